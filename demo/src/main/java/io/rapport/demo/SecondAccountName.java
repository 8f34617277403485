package io.rapport.demo;

/** What somebody calls another account of theirs, or of somebody like them. */
enum SecondAccountName {
    /** The family name first: clear. */
    TURNED {
        @Override
        String account(String given, String family) {
            return plain(family) + plain(given);
        }

        @Override
        String called(String given, String family) {
            return family + ", " + given;
        }
    },
    /** The full name, on an account that says nothing: likely. */
    FANCY {
        @Override
        String account(String given, String family) {
            return "slow.mornings." + family.length() + given.length();
        }

        @Override
        String called(String given, String family) {
            return given + " " + family;
        }
    },
    /** A handle with the full name, and nothing else: likely. */
    UNNAMED {
        @Override
        String account(String given, String family) {
            return plain(given) + "." + plain(family) + ".home";
        }

        @Override
        String called(String given, String family) {
            return given;
        }
    },
    /** An initial for the given name: doubtful. */
    INITIAL {
        @Override
        String account(String given, String family) {
            return plain(given).charAt(0) + plain(family);
        }

        @Override
        String called(String given, String family) {
            return given.charAt(0) + ". " + family;
        }
    },
    /** An initial for the family name: more so. */
    SHORT {
        @Override
        String account(String given, String family) {
            return plain(given) + plain(family).charAt(0);
        }

        @Override
        String called(String given, String family) {
            return given + " " + family.charAt(0) + ".";
        }
    },
    /** A brother or sister, on an account that could be either's: somebody else. */
    SIBLING {
        @Override
        String account(String given, String family) {
            return plain(given).charAt(0) + "_" + plain(family);
        }

        @Override
        String called(String given, String family) {
            return given + " " + family;
        }
    };

    /** What the account is called. */
    abstract String account(String given, String family);

    /** What it calls itself. */
    abstract String called(String given, String family);

    private static String plain(String name) {
        return AccountSpelling.account(name).replace(".", "");
    }
}
