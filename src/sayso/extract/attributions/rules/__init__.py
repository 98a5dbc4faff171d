"""Named rules that change drafts of attributions."""
