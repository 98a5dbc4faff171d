"""Text without a model: layout, quotations, sentences, numbers, credits, what is safe to print."""
