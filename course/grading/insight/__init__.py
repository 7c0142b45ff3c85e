"""What a class's answers say about the exercises and about each other: item analysis, misconceptions, likeness."""
