package dev.adjc.diagnostic;

/** Whether a program with the mistake is refused. */
public enum Severity {
    ERROR("error", 'E'),
    WARNING("warning", 'W');

    private final String text;
    private final char letter;

    Severity(String text, char letter) {
        this.text = text;
        this.letter = letter;
    }

    /** The word that begins a message. */
    public String text() {
        return text;
    }

    char letter() {
        return letter;
    }
}
