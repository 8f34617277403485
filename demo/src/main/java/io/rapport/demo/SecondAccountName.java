package io.rapport.demo;

/** Patterns of names of second accounts, with the evidence they give. */
enum SecondAccountName {
    /** Family name first: clear. */
    FAMILY_NAME_FIRST {
        @Override
        String accountName(String given, String family) {
            return plain(family) + plain(given);
        }

        @Override
        String displayName(String given, String family) {
            return family + ", " + given;
        }
    },
    /** Full display name, account name without meaning: likely. */
    DISPLAY_NAME_ONLY {
        @Override
        String accountName(String given, String family) {
            return "slow.mornings." + family.length() + given.length();
        }

        @Override
        String displayName(String given, String family) {
            return given + " " + family;
        }
    },
    /** Account name with the full name, display name without the family name: likely. */
    ACCOUNT_NAME_ONLY {
        @Override
        String accountName(String given, String family) {
            return plain(given) + "." + plain(family) + ".home";
        }

        @Override
        String displayName(String given, String family) {
            return given;
        }
    },
    /** Initial of the given name: doubtful. */
    GIVEN_INITIAL {
        @Override
        String accountName(String given, String family) {
            return plain(given).charAt(0) + plain(family);
        }

        @Override
        String displayName(String given, String family) {
            return given.charAt(0) + ". " + family;
        }
    },
    /** Initial of the family name: more doubtful. */
    FAMILY_INITIAL {
        @Override
        String accountName(String given, String family) {
            return plain(given) + plain(family).charAt(0);
        }

        @Override
        String displayName(String given, String family) {
            return given + " " + family.charAt(0) + ".";
        }
    },
    /** A sibling, with an account name that fits both: another person. */
    SIBLING {
        @Override
        String accountName(String given, String family) {
            return plain(given).charAt(0) + "_" + plain(family);
        }

        @Override
        String displayName(String given, String family) {
            return given + " " + family;
        }
    };

    /** The account name. */
    abstract String accountName(String given, String family);

    /** The display name. */
    abstract String displayName(String given, String family);

    private static String plain(String name) {
        return AccountSpelling.accountName(name).replace(".", "");
    }
}
