package io.rapport.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless Chromium that reaches localhost only. Its screenshots are written to {@code target/screens}. */
public final class Browser implements AutoCloseable {

    private static final Path SCREENS = Path.of("target", "screens");
    private static final int PHONE = 390;

    private final ChromeDriver driver;

    public Browser() {
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
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
    }

    /** Signs in at a service with a link that contains the token. */
    public void signIn(String url, String token) {
        driver.get(url + "/sign-in#token=" + token);
        await().until(() -> driver.manage().getCookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith("rapport_session")));
    }

    public void signOut() {
        driver.manage().deleteAllCookies();
    }

    public ChromeDriver driver() {
        return driver;
    }

    public void open(String url) {
        driver.get(url);
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /**
     * Evaluates an expression on a completely loaded page, in one step; empty while the page is loading.
     *
     * @param what an expression in JavaScript
     */
    public String evaluate(String what) {
        return (String) driver.executeScript("return document.readyState === 'complete' && (" + what + ") || ''");
    }

    /** Clicks a link to another page, and waits until it is loaded. */
    public void follow(WebElement link) {
        driver.executeScript("window.isLeft = true");
        link.click();
        await().until(() -> !evaluate("!window.isLeft && 'there'").isEmpty());
    }

    /** Follows the link with the given text. */
    public void follow(String words) {
        follow(driver.findElement(By.linkText(words)));
    }

    public void press(String key) {
        driver.findElement(By.tagName("body")).sendKeys(key);
    }

    /** Presses a key on the element that has the focus. */
    public void pressFocused(CharSequence key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    public void scripts(boolean on) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    /** Whether the page is wider than the window. */
    public boolean overflows() {
        return (boolean) driver.executeScript("return document.documentElement.scrollWidth > window.innerWidth");
    }

    /** Whether in every row the first element is to the left of the second wherever both are on one line. */
    public boolean isLeftToRight(String rows, String first, String second) {
        return (boolean) driver.executeScript("""
                const boxes = (row, css) => [...row.querySelectorAll(css)].map((each) => each.getBoundingClientRect());
                return [...document.querySelectorAll(arguments[0])].every((row) =>
                  boxes(row, arguments[1]).every((left) => boxes(row, arguments[2]).every((right) =>
                    right.top >= left.bottom - 1 || right.bottom <= left.top + 1 || left.left <= right.left)));
                """, rows, first, second);
    }

    /** The violations of accessibility rules (WCAG 2.2 AA and best practices) that axe finds on the page. */
    @SuppressWarnings("unchecked")
    public List<String> accessibilityViolations() {
        driver.executeScript(axe());
        return (List<String>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document).then(
                  (found) => done(found.violations.map((each) =>
                    `${each.id}: ${each.nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`)),
                  (error) => done([`axe: ${error}`]));
                """);
    }

    private static String axe() {
        try (var script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(script, "axe.min.js is not on the class path")
                            .readAllBytes(),
                    UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The messages of the browser console, such as blocked scripts. */
    public List<String> consoleMessages() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(each -> each.getMessage())
                .toList();
    }

    /** Switches between light and dark mode. */
    public void dark(boolean on) {
        var features = on ? List.of(Map.of("name", "prefers-color-scheme", "value", "dark")) : List.of();
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", features));
    }

    /** Switches between the width of a phone and that of the window. */
    public void phone(boolean on) {
        if (on) {
            driver.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", PHONE, "height", 1600, "deviceScaleFactor", 1, "mobile", true));
        } else {
            driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    /** Whether a table has columns that are seen only after scrolling to the side. */
    public boolean hidesColumns() {
        return (boolean) driver.executeScript("""
                return [...document.querySelectorAll('.scroll:has(table)')].some(
                  (box) => box.scrollWidth > box.clientWidth);
                """);
    }

    /**
     * Takes screenshots in light and dark mode and in phone width; returns whether the page fits everywhere, with all columns of its
     * tables.
     */
    public boolean fitsAllViewports(String name) {
        var fits = !overflows() && !hidesColumns();
        screenshot(name);
        dark(true);
        screenshot(name + "-dark");
        dark(false);
        phone(true);
        fits &= !overflows() && !hidesColumns();
        screenshot(name + "-phone");
        phone(false);
        return fits;
    }

    /** Saves a screenshot. */
    public void screenshot(String name) {
        try {
            Files.createDirectories(SCREENS);
            Files.write(SCREENS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
