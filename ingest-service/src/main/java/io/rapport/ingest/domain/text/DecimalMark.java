package io.rapport.ingest.domain.text;

/** The decimal separator of numbers in a file. */
public enum DecimalMark {
    POINT,
    COMMA,
    /** Not known: a single separator before three digits is a decimal point, but a thousands comma. */
    UNKNOWN
}
