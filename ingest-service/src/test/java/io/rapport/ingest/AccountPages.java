package io.rapport.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.test.Browser;
import org.openqa.selenium.By;

/** The pages of users, tokens, invitations and the account, in a browser. */
record AccountPages(Browser browser, String base, String agency) {

    private static final String PASSWORD = "correct horse battery";

    /** An administrator invites a user and issues a token; the user accepts, and signs out everywhere. */
    void inviteAcceptAndSignOut() {
        browser.signIn(base, RunningIngest.ADMIN);
        browser.open(base + "/agencies/" + agency + "/users");
        var link = invite();
        issueAndRevokeAToken();
        browser.signOut();

        browser.open(link);
        assertThat(browser.find("main").getText()).contains("Kari <b>", agency);
        check("invitation");
        write("password", "too short");
        browser.driver().executeScript("document.getElementById('accept').noValidate = true");
        browser.follow(browser.find("#accept button"));
        assertThat(browser.find("[role=alert]").getText()).contains("12 characters");
        write("password", PASSWORD);
        browser.follow(browser.find("#accept button"));

        browser.open(base + "/account?lang=nb");
        assertThat(browser.find("main").getText()).contains("kari@agency.example", "Redaktør");
        check("account");
        browser.follow(browser.find("#everywhere button"));
        assertThat(browser.driver().getCurrentUrl()).endsWith("/sign-in");
        check("sign-in");
        write("email", "kari@agency.example");
        write("password", PASSWORD);
        browser.follow(browser.find("#sign-in button"));
        browser.open(link);
        assertThat(browser.find("h1").getText()).isEqualTo("Invitasjonen er allerede brukt");
        check("invitation-used");
    }

    private String invite() {
        write("email", "kari@agency.example");
        write("name", "Kari <b>");
        browser.find("#role option[value=EDITOR]").click();
        browser.follow(browser.find("#invite > div > button"));
        assertThat(browser.find("#users").getText()).contains("Kari <b>", "Editor", "all", "invited");
        check("users");
        var link = browser.find("#link").getDomProperty("value");
        assertThat(link).startsWith(base + "/invitations/");

        write("email", "kari@agency.example");
        write("name", "Kari");
        browser.follow(browser.find("#invite > div > button"));
        assertThat(browser.find("h1").getText()).isEqualTo("There is such a user already");
        browser.open(base + "/agencies/" + agency + "/users");
        return link;
    }

    private void issueAndRevokeAToken() {
        write("token-name", "Feed");
        browser.follow(browser.find("#issue > div:last-child button"));
        assertThat(browser.find("#issue [role=alert]").getText()).contains("scopes");
        write("token-name", "Feed");
        browser.find("#issue input[value=INGEST]").click();
        browser.follow(browser.find("#issue > div:last-child button"));
        assertThat(browser.find("#token").getDomProperty("value")).startsWith("rpt_");
        assertThat(browser.find("#tokens").getText()).contains("Feed", "INGEST");
        browser.follow(browser.driver().findElement(By.xpath("//tr[th/bdi='Feed']//button")));
        assertThat(browser.all("#token")).isEmpty();
        assertThat(browser.driver().findElements(By.xpath("//tr[th/bdi='Feed']")))
                .isEmpty();
    }

    private void write(String id, String text) {
        var field = browser.driver().findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
    }

    private void check(String name) {
        assertThat(browser.fitsAllViewports(name)).as(name).isTrue();
        assertThat(browser.accessibilityViolations()).as(name).isEmpty();
        assertThat(browser.consoleMessages()).as(name).noneMatch(message -> message.contains("Content Security"));
    }
}
