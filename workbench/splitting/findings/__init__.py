"""What is found in the words: numbers, dates, names, hedges."""
