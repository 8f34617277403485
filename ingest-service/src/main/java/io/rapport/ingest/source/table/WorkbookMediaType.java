package io.rapport.ingest.source.table;

/** The media type of Excel workbooks. */
public final class WorkbookMediaType {

    /** {@code .xlsx}, Office Open XML. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private WorkbookMediaType() {}
}
