package io.rapport.report.month.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.report.month.view.MonthPerson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class MonthPdfWriterTest {

    private static final UUID ADA = new UUID(1, 2);
    private static final String BASE = "https://rapport.example";

    private final MonthPdfWriter writer = new MonthPdfWriter(templates());

    @Test
    void namesAreTextInEveryScript() throws IOException {
        var pdf = write(List.of(
                person("<script>alert(1)</script> & \"Ada\"", "words <b>bold</b>"),
                person("a\u202Egnp.exe", "zero\u0000 \u0008 \uFFFF"),
                person("\u05D3\u05D5\u05D3 \u05DB\u05D4\u05DF", null),
                person("Øyvind Ångström Škoda Łukasz Ελένη Анна", null)));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(text(document))
                    .contains("<script>alert(1)</script> & \"Ada\"", "words <b>bold</b>")
                    .contains("a gnp.exe")
                    .contains("\u05D3\u05D5\u05D3 \u05DB\u05D4\u05DF")
                    .contains("Øyvind Ångström Škoda Łukasz Ελένη Анна");
        }
    }

    @Test
    void documentIsTaggedAndItsPagesAreNumbered() throws IOException {
        var people = new ArrayList<MonthPerson>();
        for (var i = 0; i < 500; i++) {
            people.add(person("Person " + i, "Words of person " + i));
        }
        var pdf = write(people);
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/month.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            assertThat(text(document)).contains("Page 1 of " + pages, "Page " + pages + " of " + pages, "Person 499");
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Acme: May 2025");
            assertThat(catalog.getDocumentOutline().children()).isNotEmpty();
        }
    }

    private byte[] write(List<MonthPerson> people) {
        return writer.write(MonthFixture.quiet(people), MonthBrandMark.STANDARD, BASE);
    }

    private static MonthPerson person(String name, String words) {
        return new MonthPerson(ADA, name, "Silent since 1 May 2025.", LocalDate.of(2025, 5, 1), words, "/p");
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    private static SpringTemplateEngine templates() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("report/pages/");
        resolver.setSuffix(".html");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
