package io.rapport.report;

import static io.rapport.report.ReportTestEvents.relationship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.access.Scope;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.RelationshipScoreChangedBuilder;
import io.rapport.test.Browser;
import io.rapport.test.HostileText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/** The pages in a real browser: light, dark and on a phone. Screenshots are in {@code target/screens}. */
@Tag("browser")
class ReportBrowserIT {

    private static final String BRAND = "/agencies/north/brands/acme";

    private static OtherServicesStub others;
    private static ReportServer server;
    private static Browser browser;

    @BeforeAll
    static void open() {
        others = new OtherServicesStub();
        server = new ReportServer(others.url(), others.url());
        others.onAccepted(ReportBrowserIT::score);
        PeopleSampleData.publishTo(server);
        FiguresSampleData.publishTo(server);
        HostileTextSampleData.publishTo(server);
        server.issue("east", "east-reader", Set.of(), Scope.READ).issue("east", "east-admin", Set.of(), Scope.ADMIN);
        server.awaitReadiness().awaitProjections();
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
        others.close();
    }

    /** An accepted action is projected, and the person's score changes by it. */
    private static void score(EngagementReceived action) {
        server.publish(action);
        var gaps = relationship("gaps").number(100 + others.accepted().size()).strong(41);
        server.publish(RelationshipScoreChangedBuilder.builder(gaps.state())
                .usToThem(1 + 1.5 * others.accepted().size())
                .build());
    }

    @Test
    void linkWithTokenSignsInAndShowsPeople() {
        browser.open(server.url() + "/#token=" + ReportServer.ADMIN);
        await().until(() -> browser.driver().getTitle().startsWith("Brands"));
        assertThat(browser.driver().getCurrentUrl()).doesNotContain("token");
        browser.screenshot("brands");

        browser.open(server.url() + BRAND);
        assertThat(browser.find(".big").getText()).isEqualTo("2.40");
        assertThat(browser.all(".names h2").stream().map(each -> each.getText()))
                .containsExactly(
                        "Who to thank",
                        "Who waits for an answer",
                        "Who could introduce us to whom",
                        "Who is drifting away",
                        "Who came back");
        await().until(() -> {
            browser.open(server.url() + BRAND);
            return browser.all(".trend polyline").size() >= 3;
        });
        assertThat(browser.fitsAllViewports("brand")).isTrue();
        browser.follow("People");
        assertThat(names()).startsWith("Anna Lindqvist", PeopleSampleData.SCRIPT);
        assertThat(browser.fitsAllViewports("people")).isTrue();

        browser.follow("Anna Lindqvist");
        assertThat(browser.find("h1").getText()).isEqualTo("Anna Lindqvist");
        assertThat(browser.all(".timeline li")).hasSize(50);
        assertThat(browser.fitsAllViewports("person")).isTrue();

        browser.open(server.url() + "/agencies/north/brands/quiet");
        assertThat(browser.find(".empty").getText()).contains("No people yet");
        browser.screenshot("quiet");
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void personIsFoundWithoutAccentsAndThankedOnce() {
        browser.signIn(server.url(), ReportServer.ADMIN);
        browser.open(server.url() + BRAND + "/people");
        browser.find("#q").sendKeys("zoe");
        browser.follow(browser.find(".search button"));
        assertThat(names()).containsExactly("Zoë Zero");
        assertThat(browser.find("h1").getText()).isEqualTo("People 1");
        browser.follow("Zoë Zero");
        assertThat(figure("We to them")).isEqualTo("1.0");
        browser.screenshot("before-thanks");

        browser.follow(browser.find(".next .thank button"));
        assertThat(browser.find(".done").getText()).contains("Recorded: thank-you.");
        assertThat(browser.find(".timeline li").getText()).contains("Thanks from our team, by administrator on x");
        await().untilAsserted(() -> {
            browser.open(browser.driver().getCurrentUrl().replaceAll("#.*", ""));
            assertThat(figure("We to them")).isEqualTo("2.5");
        });
        browser.screenshot("after-thanks");

        browser.driver().navigate().back();
        assertThat(others.accepted()).hasSize(1);
        var session = browser.driver().manage().getCookieNamed("rapport_session");
        assertThat(others.authorizations()).containsOnly("Bearer " + session.getValue());
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void severalPeopleAreRemindedOfAndTheDueOneIsDone() {
        browser.signIn(server.url(), ReportServer.ADMIN);
        browser.open(server.url() + BRAND + "/people?q=z");
        assertThat(browser.find(".pick").isDisplayed()).isFalse();
        browser.find(".selection summary").click();
        browser.find(".pick[aria-label='Select Zoë Zero']").click();
        browser.find("#selection option[value=remind]").click();
        var today = browser.find("#selection [name=due]").getAttribute("min");
        browser.evaluate("document.querySelector('#selection [name=due]').value = '" + today + "'");
        browser.find("#selection textarea").sendKeys("Ask about the <fair>");
        assertThat(browser.accessibilityViolations()).isEmpty();
        assertThat(browser.fitsAllViewports("selection")).isTrue();
        browser.follow(browser.find("#selection button"));
        assertThat(browser.find(".done").getText()).isEqualTo("Recorded: reminder for 1 person.");

        browser.open(server.url() + BRAND);
        assertThat(browser.all(".names h2").get(0).getText()).isEqualTo("Reminders");
        assertThat(browser.find(".reminder").getText())
                .contains("Zoë Zero", "Due today", "Ask about the <fair>", "Set by administrator.");
        assertThat(browser.accessibilityViolations()).isEmpty();
        assertThat(browser.fitsAllViewports("reminders-home")).isTrue();
        browser.follow("All reminders");
        assertThat(browser.accessibilityViolations()).isEmpty();
        assertThat(browser.fitsAllViewports("reminders")).isTrue();
        browser.follow("Zoë Zero");
        assertThat(browser.find(".next .reminder").getText()).contains("Due today");
        assertThat(browser.fitsAllViewports("reminders-person")).isTrue();
        browser.follow(browser.find(".next .reminder button"));
        assertThat(browser.find(".done").getText()).isEqualTo("Reminder closed.");
        assertThat(browser.all(".reminder")).isEmpty();
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void keyboardAloneReachesWhoWentQuiet() {
        browser.signIn(server.url(), ReportServer.ADMIN);
        browser.open(server.url() + BRAND + "/people");
        browser.press(Keys.TAB.toString());
        assertThat(focused()).isEqualTo("Skip to the content");
        browser.screenshot("skip");
        browser.pressFocused(Keys.ENTER);
        tabTo("Filters");
        browser.pressFocused(Keys.ENTER);
        tabTo("Went quiet");
        browser.screenshot("keyboard");
        browser.pressFocused(Keys.ENTER);
        await().until(() -> browser.driver().getCurrentUrl().endsWith("?seen=lapsed"));
        assertThat(names()).containsExactly("Zoë Zero");
        assertThat(browser.find(".set").getText()).contains("Went quiet in 30 days");
        browser.follow(browser.find(".set .chip"));
        assertThat(names()).hasSizeGreaterThan(3);
    }

    @Test
    void everyFigureHasItsPage() {
        browser.signIn(server.url(), ReportServer.ADMIN);
        var cafe = server.url() + "/agencies/east/brands/cafe";
        browser.open(cafe);
        assertThat(browser.find(".alert").getText()).contains(FiguresSampleData.ALERT);
        assertThat(browser.fitsAllViewports("cafe")).isTrue();
        browser.follow("Spread");
        assertThat(browser.driver().getTitle()).startsWith("Spread");
        assertThat(browser.all(".big").get(0).getText()).isEqualTo("R 1.40");
        assertThat(browser.all(".big").get(1).getText()).isEqualTo("Not measurable");
        assertThat(browser.fitsAllViewports("spread")).isTrue();
        browser.follow("90 days");
        assertThat(browser.all(".big").get(0).getText()).isEqualTo("Not measurable");
        browser.follow("Service");
        browser.follow("30 days");
        assertThat(names()).containsExactly("Lena Vogt", "Ola Nordmann", "Kim Sun");
        assertThat(browser.fitsAllViewports("service")).isTrue();
        browser.follow("Value");
        assertThat(browser.all(".streams .big")).hasSize(7);
        assertThat(browser.find("#direct-sales-eur ol").getText()).contains("bea", "149.50 EUR × 2");
        assertThat(browser.fitsAllViewports("value")).isTrue();
        browser.follow("Content");
        assertThat(names()).startsWith("1 May 2025, 08:00 UTC on x").hasSize(4);
        assertThat(browser.fitsAllViewports("content")).isTrue();
        browser.follow("Channels");
        assertThat(browser.find("tbody th").getText()).isEqualTo("x");
        assertThat(browser.fitsAllViewports("channels")).isTrue();
        var people = browser.find("tbody a");
        var count = people.getText();
        browser.follow(people);
        assertThat(browser.find("h1 .count").getText()).isEqualTo(count);
        assertThat(browser.fitsAllViewports("channel-people")).isTrue();
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void pagesHaveNoAccessibilityViolationInLightOrDark() {
        browser.signIn(server.url(), ReportServer.ADMIN);
        var cafe = "/agencies/east/brands/cafe";
        for (var page : List.of(
                "/",
                BRAND,
                BRAND + "/people?seen=lapsed&q=zo",
                BRAND + "/people/" + ReportTestEvents.person("gaps"),
                BRAND + "/people/" + ReportTestEvents.person("gaps") + "/stories",
                BRAND + "/months/2025-04",
                BRAND + "/goals",
                "/agencies/north/brands/quiet",
                cafe,
                cafe + "/spread",
                cafe + "/service",
                cafe + "/value",
                cafe + "/content",
                cafe + "/channels",
                cafe + "/channels/people?channel=x&figure=people&from=2025-05-01&to=2025-05-04",
                cafe + "/staff",
                cafe + "/outbound",
                cafe + "/content/engagements?channel=x&post=bee",
                BRAND + "/reminders",
                BRAND + "/suggestions",
                BRAND + "/ror/people",
                cafe + "/value/sales?stream=referred",
                BRAND + "/spread/people?tone=positive",
                cafe + "/people/" + ReportTestEvents.person("lena"))) {
            for (var dark : List.of(false, true)) {
                browser.dark(dark);
                browser.open(server.url() + page);
                assertThat(browser.accessibilityViolations()).as(page).isEmpty();
            }
        }
        browser.dark(false);
    }

    @Test
    void suggestionsOfTheHomePageAreAccessibleOnAPhoneInLightOrDark() {
        browser.signIn(server.url(), ReportServer.ADMIN);
        browser.phone(true);
        for (var page : List.of("/agencies/east/brands/cafe", BRAND)) {
            for (var dark : List.of(false, true)) {
                browser.dark(dark);
                browser.open(server.url() + page);
                browser.evaluate("document.querySelectorAll('.acts details').forEach(each => each.open = true)");
                assertThat(browser.all("form[action*='/suggestions/']")).isNotEmpty();
                assertThat(browser.accessibilityViolations()).as(page).isEmpty();
                assertThat(browser.overflows()).as(page).isFalse();
            }
        }
        browser.dark(false);
        browser.phone(false);
    }

    @Test
    void monthIsReadAndDownloadedAsPdf() throws IOException {
        assertThat(server.put("/v1/agencies/north/branding", ReportServer.ADMIN, "{\"colour\": \"#7a1f5c\"}")
                        .status())
                .isEqualTo(200);
        browser.signIn(server.url(), ReportServer.ADMIN);
        browser.open(server.url() + BRAND + "/months/2025-04");
        assertThat(browser.find("h1").getText()).isEqualTo("April 2025");
        assertThat(browser.find(".tabs [aria-current]").getText()).isEqualTo("Month");
        assertThat(browser.all("section h2").stream().map(WebElement::getText))
                .startsWith("Who deserves thanks", "Who is owed a reply", "Who went quiet", "Who came back")
                .contains("Stories: what no figure could have measured", "Goals")
                .endsWith("Figures");
        assertThat(browser.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()"))
                .isEqualTo("#7a1f5c");
        assertThat(browser.fitsAllViewports("month")).isTrue();
        var pdf = browser.driver().findElement(By.linkText("PDF")).getAttribute("href");
        var bytes = (String) browser.driver().executeAsyncScript("""
                const done = arguments[1];
                fetch(arguments[0]).then((answer) => answer.blob()).then((blob) => {
                  const reader = new FileReader();
                  reader.onload = () => done(reader.result);
                  reader.readAsDataURL(blob);
                });\
                """, pdf);
        assertThat(bytes).startsWith("data:application/pdf;base64,");
        var file = Base64.getDecoder().decode(bytes.substring(bytes.indexOf(',') + 1));
        Files.write(Path.of("target/screens/month.pdf"), file);
        try (var document = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(document)).contains("April 2025", "Who deserves thanks");
        }
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void theTenMonthlyJobsAreDoneOnPages() {
        browser.signIn(server.url(), ReportServer.ADMIN);
        var month = server.url() + BRAND + "/months/2025-04";
        browser.open(server.url() + BRAND);
        browser.follow("Month");
        assertThat(browser.driver().getCurrentUrl()).contains("/months/");
        // Who pays attention, came back, went quiet, deserves thanks, was thanked, waits, could be introduced; good and
        // bad word.
        for (var job : List.of(
                "attention",
                "cameBack",
                "wentQuiet",
                "deservesThanks",
                "thanked",
                "owed",
                "introductions",
                "good",
                "bad")) {
            browser.open(month);
            var section = "#" + job;
            assertThat(browser.find(section + " h2").getText()).as(job).isNotBlank();
            var links = browser.all(section + " a");
            if (links.isEmpty()) {
                assertThat(browser.find(section + " .soft").getText()).as(job).isNotBlank();
            } else {
                var name = links.get(0).getText();
                browser.follow(links.get(0));
                assertThat(browser.find("h1").getText()).as(job).isEqualTo(name);
            }
        }
        // Act for a person, and read why the score is what it is.
        browser.open(server.url() + BRAND + "/people/" + ReportTestEvents.person("gaps"));
        assertThat(browser.find(".next .thank button").isEnabled()).isTrue();
        assertThat(browser.all("section[aria-labelledby=explanation] tbody tr")).isNotEmpty();
        // Hand the month over.
        browser.open(month);
        assertThat(List.of("PDF", "CSV"))
                .allSatisfy(file -> assertThat(
                                browser.driver().findElement(By.linkText(file)).getAttribute("href"))
                        .endsWith("." + file.toLowerCase(Locale.ROOT)));
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void modelIsPreviewedAndActivated() {
        browser.signIn(server.url(), ReportServer.ADMIN);
        browser.open(server.url() + BRAND);
        browser.follow("Models");
        assertThat(browser.accessibilityViolations()).isEmpty();
        assertThat(browser.fitsAllViewports("models")).isTrue();
        browser.follow("standard-2");
        browser.follow(browser.find("form[action$='/preview'] button"));
        assertThat(browser.find(".note").getText()).contains("3 of 7 people");
        others.models().preview("DONE");
        browser.follow("Look again");
        assertThat(browser.find(".bands svg").getAttribute("aria-label"))
                .isEqualTo("How strong relationships are. Strength 50 or more: 4 people now, 1 with the other model.");
        assertThat(browser.all(".bands rect")).hasSize(20);
        assertThat(browser.accessibilityViolations()).isEmpty();
        assertThat(browser.fitsAllViewports("model")).isTrue();
        browser.dark(true);
        assertThat(browser.accessibilityViolations()).isEmpty();
        browser.dark(false);
        browser.find("[name=reason]").sendKeys("calmer scores");
        browser.follow(browser.find("form[action$='/activate'] button"));
        assertThat(browser.find("main").getText()).contains("activated by administrator: calmer scores");
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void hostileNamesNeitherRunNorBreakThePage() {
        browser.signIn(server.url(), ReportServer.ADMIN);
        var odd = server.url() + "/agencies/odd/brands/brand";
        for (var page : List.of("", "/people", "/service", "/spread")) {
            browser.open(odd + page);
            assertThat(browser.fitsAllViewports("awkward" + page.replace("/", "-")))
                    .as(page)
                    .isTrue();
            assertThat(browser.isLeftToRight(".person", "h2, h3", ".strength .value"))
                    .isTrue();
        }
        for (var i = 0; i < HostileText.all().size(); i++) {
            browser.open(odd + "/people/" + ReportTestEvents.person("odd" + i));
            assertThat(browser.fitsAllViewports("awkward-person-" + i))
                    .as("person %d", i)
                    .isTrue();
            assertThat(browser.isLeftToRight(".handles li", ".tag", "bdi")).isTrue();
            assertThat(browser.driver().getTitle()).isNotEqualTo("owned");
        }
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void sentimentIsCorrectedOnTheTimeline() {
        browser.signIn(server.url(), ReportServer.ADMIN);
        browser.open(server.url() + "/agencies/east/brands/cafe/people/" + ReportTestEvents.person("ola"));
        var text = By.cssSelector("#e-" + FiguresSampleData.engagementId("ola-smiles"));
        assertThat(browser.driver().findElement(text).getText()).contains("Good +0.70", "80 % sure");
        browser.driver().findElement(text).findElement(By.tagName("summary")).click();
        browser.screenshot("correct");
        browser.driver()
                .findElement(text)
                .findElement(By.cssSelector("option[value='-1']"))
                .click();
        browser.driver().findElement(text).findElement(By.name("reason")).sendKeys("<i>Irony</i>");
        browser.driver().findElement(text).findElement(By.tagName("button")).click();
        await().ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> browser.driver().findElement(text).getText().contains("Bad −1.00"));
        assertThat(browser.driver().findElement(text).getText()).contains("corrected by administrator: “<i>Irony</i>”");
        browser.screenshot("corrected");
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void signInFormRejectsAnInvalidToken() {
        browser.signOut();
        browser.open(server.url() + BRAND);
        browser.find("details summary").click();
        browser.find("#token").sendKeys("nonsense");
        browser.find("#token-sign-in button").click();
        await().until(() ->
                !browser.evaluate("document.querySelector('.alert')?.innerText").isEmpty());
        browser.screenshot("sign-in");
        assertThat(browser.accessibilityViolations()).isEmpty();
        browser.find("#token").sendKeys(ReportServer.ADMIN);
        browser.find("#token-sign-in button").click();
        await().until(() -> browser.driver().getTitle().startsWith("Acme"));
    }

    private static String figure(String label) {
        return browser.all(".figures div").stream()
                .filter(each -> each.getText().startsWith(label))
                .map(each -> each.findElement(By.tagName("dd")).getText())
                .findFirst()
                .orElse("");
    }

    private static String focused() {
        return browser.driver().switchTo().activeElement().getText();
    }

    private static void tabTo(String text) {
        for (var i = 0; i < 60 && !focused().equals(text); i++) {
            browser.pressFocused(Keys.TAB);
        }
        assertThat(focused()).isEqualTo(text);
    }

    private static List<String> names() {
        return browser.all(".person :is(h2, h3)").stream()
                .map(each -> each.getText())
                .toList();
    }
}
