package io.rapport.standalone.uploads;

/**
 * What a user expects of an upload.
 *
 * @param rule the expectation
 * @param registration members of the brand's registration beside its name, as JSON with a leading comma; empty for none
 * @param check uploads to a brand of its own and asserts the result
 */
record UploadCase(String rule, String registration, Check check) {

    /** Uploads and asserts. */
    @FunctionalInterface
    interface Check {
        void run(UploadBrand brand) throws Exception;
    }

    static UploadCase of(String rule, Check check) {
        return new UploadCase(rule, "", check);
    }

    /** The name of the case's brand. */
    String brand() {
        return "b" + Integer.toHexString(rule.hashCode());
    }
}
