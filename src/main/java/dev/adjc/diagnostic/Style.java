package dev.adjc.diagnostic;

/** Whether a report has colours. */
public enum Style {
    PLAIN {
        @Override
        String paint(Colour colour, String text) {
            return text;
        }
    },
    /** The escape sequences of ANSI X3.64, as terminals know them. */
    COLOURED {
        @Override
        String paint(Colour colour, String text) {
            return text.isBlank() ? text : "\u001b[" + colour.sequence + "m" + text + "\u001b[0m";
        }
    };

    abstract String paint(Colour colour, String text);

    /** What the parts of a report are painted with. */
    enum Colour {
        ERROR("1;31"),
        WARNING("1;33"),
        SENTENCE("1"),
        FRAME("1;34"),
        HELP("1;36");

        private final String sequence;

        Colour(String sequence) {
            this.sequence = sequence;
        }

        static Colour of(Severity severity) {
            return severity == Severity.ERROR ? ERROR : WARNING;
        }
    }
}
