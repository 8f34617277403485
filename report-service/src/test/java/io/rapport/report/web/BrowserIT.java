package io.rapport.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.access.Scope;
import io.rapport.report.FiguresSample;
import io.rapport.report.ReportServer;
import io.rapport.report.Sample;
import io.rapport.report.States;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** What a person sees in a real browser, light, dark and on a phone. Pictures are left in {@code target/screens}. */
@Tag("browser")
class BrowserIT {

    private static final Path SCREENS = Path.of("target", "screens");
    private static final String BRAND = "/agencies/north/brands/acme";

    private static ReportServer server;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        server = new ReportServer();
        Sample.into(server);
        FiguresSample.into(server);
        server.issue("east", "east-reader", Set.of(), Scope.READ).issue("east", "east-admin", Set.of(), Scope.ADMIN);
        server.ready().arrived();
        var options = new ChromeOptions().setBinary("/usr/bin/chromium");
        options.addArguments(
                "--window-size=1280,1500",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--disable-default-apps",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
        var driver = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .usingAnyFreePort()
                .build();
        browser = new ChromeDriver(driver, options);
    }

    @AfterAll
    static void close() {
        browser.quit();
        server.close();
    }

    @Test
    void aLinkWithATokenSignsInAndShowsPeopleByName() throws IOException {
        browser.get(server.url() + "/#token=" + ReportServer.ADMIN);
        await().until(() -> browser.getTitle().startsWith("Brands"));
        assertThat(browser.getCurrentUrl()).doesNotContain("token");
        picture("brands");

        browser.get(server.url() + BRAND);
        assertThat(names()).startsWith("Anna Lindqvist", Sample.SCRIPT);
        assertThat(browser.findElement(By.cssSelector(".big")).getText()).isEqualTo("2.40");
        assertThat(overflow()).isFalse();
        looks("brand");

        follow("Anna Lindqvist");
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Anna Lindqvist");
        assertThat(browser.findElements(By.cssSelector(".timeline li"))).hasSize(50);
        assertThat(overflow()).isFalse();
        looks("person");

        browser.get(server.url() + "/agencies/north/brands/quiet");
        assertThat(browser.findElement(By.cssSelector(".empty")).getText()).contains("Nobody yet");
        picture("quiet");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void figuresHaveAPageEach() throws IOException {
        signIn();
        var cafe = server.url() + "/agencies/east/brands/cafe";
        browser.get(cafe);
        assertThat(browser.findElement(By.cssSelector(".alert")).getText()).contains(FiguresSample.ALERT);
        looks("cafe");
        follow("Spread");
        assertThat(browser.getTitle()).startsWith("Spread");
        assertThat(browser.findElements(By.cssSelector(".big")).get(0).getText())
                .isEqualTo("R 1.40");
        assertThat(browser.findElements(By.cssSelector(".big")).get(1).getText())
                .isEqualTo("Not measurable");
        looks("spread");
        follow("90 days");
        assertThat(browser.findElements(By.cssSelector(".big")).get(0).getText())
                .isEqualTo("Not measurable");
        follow("Service");
        follow("30 days");
        assertThat(names()).containsExactly("Lena Vogt", "Ola Nordmann", "Kim Sun");
        looks("service");
        follow("Value");
        assertThat(browser.findElements(By.cssSelector(".streams .big"))).hasSize(7);
        looks("value");
        follow("Content");
        assertThat(names()).startsWith("1 May 2025, 08:00 UTC on x").hasSize(4);
        looks("content");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aTextIsCorrectedWhereItStands() throws IOException {
        signIn();
        browser.get(server.url() + "/agencies/east/brands/cafe/people/" + States.person("ola"));
        var text = By.cssSelector("#e-" + FiguresSample.said("ola-smiles"));
        assertThat(browser.findElement(text).getText()).contains("Good +0.70", "80 % sure");
        browser.findElement(text).findElement(By.tagName("summary")).click();
        picture("correct");
        browser.findElement(text)
                .findElement(By.cssSelector("option[value='-1']"))
                .click();
        browser.findElement(text).findElement(By.name("reason")).sendKeys("<i>Irony</i>");
        browser.findElement(text).findElement(By.tagName("button")).click();
        await().ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> browser.findElement(text).getText().contains("Bad −1.00"));
        assertThat(browser.findElement(text).getText()).contains("corrected by administrator: “<i>Irony</i>”");
        picture("corrected");
        assertThat(complaints()).isEmpty();
    }

    private static void signIn() {
        browser.get(server.url() + "/#token=" + ReportServer.ADMIN);
        await().until(() -> browser.getTitle().startsWith("Brands"));
    }

    @Test
    void withoutATokenThereIsAFormThatSaysWhenItIsWrong() throws IOException {
        browser.manage().deleteAllCookies();
        browser.get(server.url() + BRAND);
        browser.findElement(By.id("token")).sendKeys("nonsense");
        browser.findElement(By.cssSelector("#sign-in button")).click();
        await().until(() -> !browser.findElements(By.cssSelector(".alert")).isEmpty());
        picture("sign-in");
        browser.findElement(By.id("token")).sendKeys(ReportServer.ADMIN);
        browser.findElement(By.cssSelector("#sign-in button")).click();
        await().until(() -> browser.getTitle().startsWith("Acme"));
    }

    /** Goes where a link leads, and waits until the page is there. */
    private static void follow(String link) {
        browser.executeScript("window.isLeft = true");
        browser.findElement(By.linkText(link)).click();
        await().until(() ->
                (boolean) browser.executeScript("return !window.isLeft && document.readyState === 'complete'"));
    }

    private static List<String> names() {
        return browser.findElements(By.cssSelector(".person h3")).stream()
                .map(each -> each.getText())
                .toList();
    }

    private static boolean overflow() {
        return (boolean) browser.executeScript("return document.documentElement.scrollWidth > window.innerWidth");
    }

    private static List<String> complaints() {
        return browser.manage().logs().get("browser").getAll().stream()
                .map(each -> each.getMessage())
                .toList();
    }

    private static void looks(String name) throws IOException {
        picture(name);
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        picture(name + "-dark");
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 1600, "deviceScaleFactor", 1, "mobile", true));
        assertThat(overflow()).isFalse();
        picture(name + "-phone");
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private static void picture(String name) throws IOException {
        Files.createDirectories(SCREENS);
        Files.write(SCREENS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }
}
