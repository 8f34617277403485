package io.rapport.report.page;

/** A figure on a page with its label and a short explanation. */
public record LabeledFigure(String label, String value, String meaning) {}
