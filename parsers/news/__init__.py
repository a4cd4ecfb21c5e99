"""The small grammars of news: how a byline, a dateline, a credit, a kicker or a related box is written.

Each file reads one of them from one piece of text, by itself, and knows nothing of pages. They hold for news in
general; the words they know are the trade's own, in the languages that most news is written in.
"""
