package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.source.SourceMapping;

/** A value of a payload is missing, or not what the platform documents. */
public final class PayloadShapeException extends RuntimeException {

    private final String path;

    PayloadShapeException(String message, String path) {
        super(message, null, false, false);
        this.path = path;
    }

    /** A failure of a payload that is not JSON; the path has the form of a JSON Pointer. */
    public static PayloadShapeException of(String message, String path) {
        return new PayloadShapeException(message, path);
    }

    /** The failure that a value is absent. */
    public static PayloadShapeException missing(String path) {
        return new PayloadShapeException(path + " is missing.", path);
    }

    /** The JSON Pointer of the value. */
    public String path() {
        return path;
    }

    /** The item that reports this failure. */
    public SourceMapping.Unusable toItem() {
        return new SourceMapping.Unusable(String.valueOf(getMessage()), path);
    }
}
