package io.rapport.ingest.source.github;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.source.payload.SourceRun;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubSourceTest {

    private static final String ANN = "{'id':5,'login':'ann','type':'User'}";
    private static final String OWNER = "{'id':1,'login':'acme','type':'Organization'}";
    private static final String DATES = "'created_at':'2026-01-01T00:00:00Z','updated_at':'2026-01-01T00:01:00Z'";

    private static SourceRun run(String event) {
        return SourceRun.of(new GitHubSource(), "acme/tools").header("x-github-event", event);
    }

    private static String filled(String json) {
        return "{'repository':{'id':7,'full_name':'acme/tools','owner':OWNER},".replace("OWNER", OWNER)
                + json.replace("ANN", ANN).replace("OWNER", OWNER).replace("DATES", DATES)
                + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        star | 'action':'created','starred_at':'2026-01-01T00:00:00Z','sender':ANN | INBOUND REACTION star:7:5 @acme/tools 5 r1767225600000
        star | 'action':'deleted','starred_at':null,'sender':ANN | INBOUND REACTION star:7:5 @acme/tools 5 withdrawn
        star | 'action':'created','starred_at':'2026-01-01T00:00:00Z','sender':OWNER | ignored star.own
        watch | 'action':'started','sender':ANN | ignored watch.started
        fork | 'forkee':{'id':70,'created_at':'2026-01-01T00:00:00Z'},'sender':ANN | INBOUND SHARE fork:70 @acme/tools 5
        issues | 'action':'opened','issue':{'id':8,'title':'Broken','user':ANN,'author_association':'NONE',DATES} | INBOUND MENTION issue:8 @acme/tools 5 r1767225660000
        issues | 'action':'deleted','issue':{'id':8,'title':'Broken','user':ANN,'author_association':'NONE',DATES} | INBOUND MENTION issue:8 @acme/tools 5 r1767225660001 withdrawn
        issues | 'action':'labeled','issue':{'id':8,'title':'Broken','user':ANN,'author_association':'NONE',DATES} | ignored issues.labeled
        issues | 'action':'opened','issue':{'id':8,'title':'Broken','user':ANN,'author_association':'MEMBER',DATES} | ignored issues.own
        pull_request | 'action':'opened','pull_request':{'id':9,'title':'Fix','user':ANN,'author_association':'CONTRIBUTOR',DATES} | INBOUND MENTION pull_request:9 @acme/tools 5 r1767225660000
        discussion | 'action':'created','discussion':{'id':3,'title':'Idea','user':ANN,'author_association':'NONE',DATES} | INBOUND MENTION discussion:3 @acme/tools 5 r1767225660000
        issue_comment | 'action':'created','issue':{'id':8,'user':ANN},'comment':{'id':4,'user':ANN,'author_association':'NONE',DATES} | INBOUND COMMENT issue_comment:4 @acme/tools 5 r1767225660000
        issue_comment | 'action':'edited','issue':{'id':8,'user':ANN},'comment':{'id':4,'user':ANN,'author_association':'NONE',DATES} | INBOUND COMMENT issue_comment:4 @acme/tools 5 r1767225660000
        issue_comment | 'action':'deleted','issue':{'id':8,'user':ANN},'comment':{'id':4,'user':ANN,'author_association':'NONE',DATES} | INBOUND COMMENT issue_comment:4 @acme/tools 5 r1767225660001 withdrawn
        issue_comment | 'action':'created','issue':{'id':8,'user':ANN},'comment':{'id':4,'user':{'id':2,'login':'bo'},'author_association':'MEMBER',DATES} | OUTBOUND REPLY issue_comment:4 @acme/tools 5 r1767225660000
        discussion_comment | 'action':'created','discussion':{'id':3,'user':ANN},'comment':{'id':4,'parent_id':2,'user':ANN,'author_association':'NONE',DATES} | INBOUND REPLY discussion_comment:4 @acme/tools 5 r1767225660000
        commit_comment | 'action':'created','comment':{'id':4,'commit_id':'abc','user':ANN,'author_association':'NONE',DATES} | INBOUND COMMENT commit_comment:4 @acme/tools 5 r1767225660000
        release | 'action':'published','release':{'id':6,'tag_name':'1.0','published_at':'2026-01-01T00:00:00Z','author':ANN} | OUTBOUND POST release:6 @acme/tools 1 r1767225600000
        release | 'action':'deleted','release':{'id':6,'tag_name':'1.0','published_at':'2026-01-01T00:00:00Z','author':ANN} | OUTBOUND POST release:6 @acme/tools 1 r-1 withdrawn
        ping | 'zen':'Keep it simple' | ignored ping
        star | 'action':'created','starred_at':'2026-01-01T00:00:00Z' | refused /sender
        issues | 'action':'opened','issue':{'id':8,'title':'Broken'} | refused /issue/user
        issue_comment | 'action':'created' | refused /comment
        """)
    void mapsEvents(String event, String fields, String expected) {
        assertThat(run(event).lines(filled(fields))).containsExactly(expected);
    }

    @Test
    void aFormContainsTheEventInItsFieldPayload() {
        var event = filled("'action':'created','starred_at':'2026-01-01T00:00:00Z','sender':ANN")
                .replace('\'', '"');
        var run = run("star").contentType("application/x-www-form-urlencoded");

        assertThat(run.lines("payload=" + URLEncoder.encode(event, StandardCharsets.UTF_8)))
                .containsExactly("INBOUND REACTION star:7:5 @acme/tools 5 r1767225600000");
        assertThat(run.lines("payload=%zz")).containsExactly("refused ");
    }

    @Test
    void aSponsorshipIsAPurchaseFromTheSponsor() {
        var engagement = run("sponsorship")
                .engagements(
                        "{'action':'created','sponsorship':{'node_id':'s1','created_at':'2026-01-01T00:00:00Z','sponsor':%s,'sponsorable':%s,'tier':{'monthly_price_in_cents':500}}}"
                                .formatted(ANN, OWNER))
                .get(0);

        assertThat(engagement).containsEntry("kind", "PURCHASE");
        assertThat(value(engagement, "value.amount")).isEqualTo(new BigDecimal("5.00"));
        assertThat(value(engagement, "actor.id")).isEqualTo("5");
    }

    @Test
    void anAnswerOfTheProjectNamesWhoGaveIt() {
        var engagement = run("issue_comment")
                .engagements(
                        filled(
                                "'action':'created','issue':{'id':8,'user':ANN},'comment':{'id':4,'body':'Fixed','user':{'id':2,'login':'bo'},'author_association':'MEMBER',DATES}"))
                .get(0);

        assertThat(value(engagement, "staff.name")).isEqualTo("bo");
        assertThat(value(engagement, "actor.name")).isEqualTo("ann");
        assertThat(value(engagement, "object.conversation")).isEqualTo("issue:8");
        assertThat(value(engagement, "content.text")).isEqualTo("Fixed");
    }

    @Test
    void botsAreMarked() {
        var engagement = run("star")
                .engagements(
                        filled(
                                "'action':'created','starred_at':'2026-01-01T00:00:00Z','sender':{'id':6,'login':'tool[bot]','type':'Bot'}"))
                .get(0);

        assertThat(value(engagement, "actor.bot")).isEqualTo(true);
    }

    @Test
    void theEventHasToBeNamed() {
        assertThat(SourceRun.of(new GitHubSource(), "acme").lines("{}")).containsExactly("refused ");
    }
}
