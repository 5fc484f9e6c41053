package candour.casework.desk;

/** One of the answers that a question offers; the hint may be empty. */
record Choice(String value, String text, String hint) {}
