package io.rapport.report.month;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.domain.branding.BrandingService;
import io.rapport.report.month.document.MonthBrandMark;
import io.rapport.report.month.document.MonthPdfWriter;

/** Reads months as they are sent: with the mark of the agency and, if it is asked for, as a document. */
public final class MonthEditionReader {

    private final MonthResolver months;
    private final MonthCache compiled;
    private final MonthPdfWriter pdf;
    private final BrandingService brandings;

    /** A reader of months as their pages show them. */
    public MonthEditionReader(
            MonthResolver months, MonthCache compiled, MonthPdfWriter pdf, BrandingService brandings) {
        this.months = months;
        this.compiled = compiled;
        this.pdf = pdf;
        this.brandings = brandings;
    }

    /**
     * A month of a brand in the current language; fails with a problem if it is not known.
     *
     * @param month as {@code 2026-10}
     * @param base the address that links in the document begin with
     * @param withPdf whether the document is written
     */
    public MonthEdition read(BrandRegistered brand, String month, String base, boolean withPdf) {
        return read(brand, months.resolve(brand, month), base, withPdf);
    }

    MonthEdition read(BrandRegistered brand, MonthScope scope, String base, boolean withPdf) {
        var view = compiled.find(brand, scope);
        var mark = brandings.find(brand.agency()).map(MonthBrandMark::of).orElse(MonthBrandMark.STANDARD);
        return new MonthEdition(view, mark, withPdf ? pdf.write(view, mark, base) : null);
    }
}
