package io.rapport.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Suggestions worked off in a real browser. Pictures are left in {@code target/screens}. */
@Tag("browser")
class ReviewBrowserIT {

    private static final Path SCREENS = Path.of("target", "screens");

    private static Pipeline pipeline;
    private static ChromeDriver browser;

    private final BrandKey brand = new BrandKey("acme", "b" + UUID.randomUUID());

    @BeforeAll
    static void open() {
        pipeline = new Pipeline();
        pipeline.start();
        var options = new ChromeOptions().setBinary("/usr/bin/chromium");
        options.addArguments(
                "--window-size=1280,1200",
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
        browser.get(pipeline.url() + "/sign-in#token=" + Pipeline.TOKEN);
        await().until(() -> browser.manage().getCookieNamed("rapport_token") != null);
    }

    @AfterAll
    static void close() {
        browser.quit();
        pipeline.close();
    }

    @BeforeEach
    void suggest() {
        Suggested.into(pipeline, brand);
        scripts(true);
        browser.get(pipeline.url() + "/agencies/" + brand.agency() + "/brands/" + brand.brand() + "/reviews");
    }

    @Test
    void withKeys() throws IOException {
        assertThat(browser.getTitle()).startsWith("Are they one person?");
        assertThat(overflow()).isFalse();
        looks("review");
        var first = id();
        press("s");
        var second = await().until(ReviewBrowserIT::id, id -> !id.isEmpty() && !id.equals(first));
        press("k");
        await().until(() -> id().equals(first));
        press("a");
        await().until(() -> said().contains("are one person"));
        await().until(() -> id().equals(second));
        picture("decided");
        press("u");
        await().until(() -> said().startsWith("Taken back"));
        await().until(() -> id().equals(first));
        press("r");
        await().until(() -> said().contains("are two people"));
        browser.findElement(By.id("reason")).sendKeys(" arusjk");
        assertThat(id()).isEqualTo(second);
        browser.findElement(By.id("keys")).click();
        press("a");
        assertThat(id()).isEqualTo(second);
        browser.findElement(By.id("keys")).click();
        press("j");
        await().until(ReviewBrowserIT::id, id -> !id.isEmpty() && !id.equals(second));
        press("j");
        await().until(() -> text().contains("There are no more after this"));
        picture("end");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void withTheMouseAndManyAtOnce() throws IOException {
        browser.findElement(By.linkText("List")).click();
        await().until(() -> browser.getTitle().startsWith("Suggestions"));
        assertThat(overflow()).isFalse();
        looks("list");
        browser.findElement(By.cssSelector("#all input")).click();
        browser.findElement(By.cssSelector("[value=reject]")).click();
        await().until(() -> said().contains("3 suggestions decided"));
        picture("list-decided");
        browser.findElement(By.cssSelector(".notice button")).click();
        await().until(() -> said().contains("3 decisions taken back"));
        assertThat(browser.findElements(By.name("ids"))).hasSize(3);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void withoutScripts() {
        scripts(false);
        browser.navigate().refresh();
        var first = id();
        browser.findElement(By.cssSelector("[value=accept]")).click();
        var second = await().until(ReviewBrowserIT::id, id -> !id.isEmpty() && !id.equals(first));
        assertThat(said()).contains("are one person");
        pipeline.post(brand, "/reviews/" + second + "/reject", "{\"reason\":\"seen elsewhere\"}");
        browser.findElement(By.cssSelector("[value=accept]")).click();
        await().until(() -> said().contains("somebody was faster"));
        assertThat(said()).contains("seen elsewhere");
        assertThat(id()).isNotIn(first, second);
        browser.findElement(By.partialLinkText("Skip")).click();
        await().until(() -> text().contains("There are no more after this"));
    }

    private static String id() {
        return read("document.querySelector('[name=ids]')?.getAttribute('value')");
    }

    private static String said() {
        return read("document.getElementById('said')?.innerText");
    }

    private static String text() {
        return read("document.querySelector('main')?.innerText");
    }

    /** In one step, for the page may be another one after it; nothing of a page whose scripts have not begun. */
    private static String read(String what) {
        return (String) browser.executeScript("return document.readyState === 'complete' && " + what + " || ''");
    }

    private static void press(String key) {
        browser.findElement(By.tagName("body")).sendKeys(key);
    }

    private static void scripts(boolean on) {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
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
                Map.of("width", 390, "height", 1200, "deviceScaleFactor", 1, "mobile", true));
        assertThat(overflow()).isFalse();
        picture(name + "-phone");
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private static void picture(String name) throws IOException {
        Files.createDirectories(SCREENS);
        Files.write(SCREENS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }
}
