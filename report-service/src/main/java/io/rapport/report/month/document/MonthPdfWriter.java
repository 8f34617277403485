package io.rapport.report.month.document;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.month.document.MonthSection.MonthBar;
import io.rapport.report.month.document.MonthSection.MonthRow;
import io.rapport.report.month.view.MonthView;
import io.rapport.report.page.PageFormat;
import io.rapport.report.pdf.PdfRenderer;
import io.rapport.report.pdf.PdfText;
import io.rapport.web.pages.PageLanguage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a month as a PDF document: the parts of the page in the same order. */
public final class MonthPdfWriter {

    private final ITemplateEngine templates;
    private final PdfRenderer renderer = new PdfRenderer();

    /** A writer with the template engine of the pages. */
    public MonthPdfWriter(ITemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * A part of the document.
     *
     * @param more how many entries are left out; empty for none
     */
    record PdfSection(String title, String empty, String more, List<PdfRow> rows) {

        static PdfSection of(MonthSection from, String base) {
            return new PdfSection(
                    PdfText.clean(from.title()),
                    from.empty(),
                    from.more() == 0 ? "" : text("month.and-more", from.more()),
                    from.rows().stream().map(row -> PdfRow.of(row, base)).toList());
        }
    }

    /**
     * A line of a part.
     *
     * @param link an address; null without one
     */
    record PdfRow(
            String name,
            String reason,
            @Nullable String words,
            @Nullable String link,
            List<MonthBar> bars) {

        static PdfRow of(MonthRow from, String base) {
            var link = from.link();
            var words = from.words();
            return new PdfRow(
                    PdfText.clean(from.name()),
                    PdfText.clean(from.reason()),
                    words == null ? null : PdfText.clean(words),
                    link == null || link.startsWith("http") ? link : base + link,
                    from.bars());
        }
    }

    /**
     * The document.
     *
     * @param base the address of the service, which links begin with
     */
    public byte[] write(MonthView month, MonthBrandMark mark, String base) {
        var context = new Context(PageLanguage.current().locale());
        context.setVariable("brand", PdfText.clean(month.name()));
        context.setVariable("title", PageFormat.longMonth(month.month()));
        context.setVariable("agency", PdfText.clean(month.agency()));
        context.setVariable("mark", mark);
        context.setVariable("days", PageFormat.interval(month.from(), month.asOf()));
        context.setVariable("complete", month.complete());
        context.setVariable(
                "summary", month.summary().stream().map(PdfText::clean).toList());
        context.setVariable(
                "sections",
                MonthSections.of(month).stream()
                        .map(section -> PdfSection.of(section, base))
                        .toList());
        context.setVariable("rows", MonthFigureRow.of(month));
        return renderer.render(templates.process("month-pdf", context));
    }
}
