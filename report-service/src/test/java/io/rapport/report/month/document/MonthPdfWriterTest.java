package io.rapport.report.month.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.report.domain.staff.StaffShare;
import io.rapport.report.month.view.MonthClient;
import io.rapport.report.month.view.MonthIntroduction;
import io.rapport.report.month.view.MonthPerson;
import io.rapport.report.month.view.MonthStaff;
import io.rapport.report.month.view.MonthView;
import io.rapport.report.month.view.MonthViewBuilder;
import io.rapport.web.pages.MessageBundle;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
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

    @Test
    void documentHasTheLogoOfTheAgencyAndTheWordsOfPosts() throws IOException {
        var people = List.of(person("Anna Lindqvist", "I order here every Friday."), person("Bo Karlsen", null));
        var contact = new MonthIntroduction.MonthContact(ADA, "Anna Lindqvist", "/p");
        var month = MonthViewBuilder.builder(MonthFixture.quiet(people))
                .clients(people.stream()
                        .map(each -> new MonthClient(each, 64.5, 12, 3, 5, false, StaffShare.of(Map.of("Kari", 4L))))
                        .toList())
                .staff(List.of(
                        new MonthStaff("Kari", 12, 0.75, List.of(contact)), new MonthStaff("Ola", 4, 0.25, List.of())))
                .content(List.of(new MonthView.MonthPost(
                        "x", "1788", LocalDate.of(2025, 5, 3), "Our roastery is open on Sunday", null, false, 2.5, 12)))
                .build();
        var pdf = writer.write(month, new MonthBrandMark("#7a1f5c", logo()), BASE);
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/month-branded.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(text(document))
                    .contains("Post of 3 May 2025 on x", "“Our roastery is open on Sunday”")
                    .contains(
                            "75 % of what the brand did for people, 12 engagements. Alone in touch with Anna Lindqvist.");
            var resources = document.getPage(0).getResources();
            assertThat(resources.getXObjectNames()).anyMatch(resources::isImageXObject);
        }
    }

    private static String logo() throws IOException {
        var image = new BufferedImage(400, 120, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0x7a1f5c));
        graphics.fillOval(20, 20, 80, 80);
        graphics.fillRect(130, 45, 250, 30);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
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
        engine.setTemplateEngineMessageSource(MessageBundle.messages("report"));
        return engine;
    }
}
