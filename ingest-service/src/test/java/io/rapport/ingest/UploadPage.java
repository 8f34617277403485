package io.rapport.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.test.Browser;
import java.nio.file.Path;
import org.openqa.selenium.By;

/** The page of files as a user operates it. */
final class UploadPage {

    private final Browser browser;
    private final String url;

    UploadPage(Browser browser, String url) {
        this.browser = browser;
        this.url = url;
    }

    UploadPage open() {
        browser.open(url);
        return this;
    }

    /** Chooses a file of a list: {@code engagements}, {@code clients} or {@code staff}. */
    UploadPage choose(String list, Path file) {
        select("list", list);
        browser.find("#file").sendKeys(file.toAbsolutePath().normalize().toString());
        return this;
    }

    UploadPage write(String id, String text) {
        reveal(id);
        browser.find("#" + id).sendKeys(text);
        return this;
    }

    UploadPage select(String id, String value) {
        reveal(id);
        browser.find("#" + id + " option[value='" + value + "']").click();
        return this;
    }

    /** Reads a column as a field. */
    UploadPage map(String column, String field) {
        browser.find("#columns select[aria-label='" + column + "'] option[value='" + field + "']")
                .click();
        return this;
    }

    /** Makes a column part of the ids. */
    UploadPage id(String column) {
        browser.find("#columns input[aria-label='" + column + "']").click();
        return this;
    }

    /** Declares what an unknown word stands for. */
    UploadPage word(String word, String value) {
        browser.all("#columns .word").stream()
                .filter(each -> each.getText().startsWith(word))
                .forEach(each -> each.findElement(By.cssSelector("option[value='" + value + "']"))
                        .click());
        return this;
    }

    /** Previews, and waits for the columns of this preview. */
    UploadPage preview() {
        browser.driver().executeScript("document.querySelector('#columns tbody').replaceChildren()");
        browser.find("#upload button:not([type])").click();
        await().until(() -> !browser.all("#columns tbody tr").isEmpty());
        assertThat(browser.find("#problem").isDisplayed()).isFalse();
        return this;
    }

    /** The open questions of the preview. */
    String questions() {
        return browser.find("#questions").getText();
    }

    /** The first rows of the preview. */
    String rows() {
        return browser.find("#rows tbody").getText();
    }

    /** Imports, and waits for the result. */
    UploadPage imports() {
        browser.find("#import").click();
        await().until(() -> browser.find("#result").isDisplayed()
                || browser.find("#problem").isDisplayed());
        return this;
    }

    /** A count of the result; -1 when it is not shown. */
    int count(String name) {
        assertThat(browser.find("#problem").getText()).isEmpty();
        var fact = browser.find("#result [data-count=" + name + "]");
        return fact.isDisplayed()
                ? Integer.parseInt(fact.findElement(By.tagName("dd")).getText())
                : -1;
    }

    private void reveal(String id) {
        browser.driver()
                .executeScript(
                        "document.getElementById(arguments[0]).closest('details')?.setAttribute('open', '')", id);
    }
}
