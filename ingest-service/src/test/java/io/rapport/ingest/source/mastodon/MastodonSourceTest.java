package io.rapport.ingest.source.mastodon;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.source.payload.SourceRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MastodonSourceTest {

    private static final String ANN =
            "{'id':'5','acct':'ann@far.example','uri':'https://far.example/users/ann','display_name':'Ann'}";
    private static final String BRAND = "{'id':'1','acct':'acme','uri':'https://home.example/users/acme'}";
    private static final String MENTIONED = "{'id':'1','acct':'acme','url':'https://home.example/@acme'}";

    private final SourceRun run =
            SourceRun.of(new MastodonSource(), "acme@home.example").setting("server", "https://home.example");

    private static String filled(String json) {
        return json.replace("ANN", ANN)
                .replace("BRAND", BRAND)
                .replace("MENTIONED", MENTIONED)
                .replace("AT", "'created_at':'2026-01-01T00:00:00.000Z'")
                .replace("OWN", "{'id':'7','uri':'https://home.example/s/7','account':" + BRAND + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'id':'n','type':'favourite',AT,'account':ANN,'status':OWN} | INBOUND REACTION favourite:https://home.example/s/7:https://far.example/users/ann @acme@home.example https://far.example/users/ann r1767225600000
        {'id':'n','type':'reblog',AT,'account':ANN,'status':OWN} | INBOUND SHARE reblog:https://home.example/s/7:https://far.example/users/ann @acme@home.example https://far.example/users/ann r1767225600000
        {'id':'n','type':'follow',AT,'account':ANN} | INBOUND FOLLOW follow:https://far.example/users/ann @acme@home.example https://far.example/users/ann r1767225600000
        {'id':'n','type':'follow_request',AT,'account':ANN} | ignored notification.follow_request
        {'id':'n','type':'poll',AT} | ignored notification.poll
        {'id':'n','type':'favourite',AT,'status':OWN} | refused /account
        {'id':'n','type':'favourite','account':ANN,'status':OWN} | refused /created_at
        """)
    void mapsNotifications(String notification, String expected) {
        assertThat(run.lines(filled(notification))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'id':'9','uri':'u9','visibility':'public',AT,'account':ANN,'mentions':[MENTIONED]} | INBOUND MENTION status:u9 @acme@home.example https://far.example/users/ann r1767225600000
        {'id':'9','uri':'u9','visibility':'public',AT,'in_reply_to_id':'7','in_reply_to_account_id':'1','account':ANN,'mentions':[MENTIONED]} | INBOUND REPLY status:u9 @acme@home.example https://far.example/users/ann r1767225600000
        {'id':'9','uri':'u9','visibility':'direct',AT,'account':ANN,'mentions':[MENTIONED]} | INBOUND MESSAGE status:u9 @acme@home.example https://far.example/users/ann r1767225600000
        {'id':'9','uri':'u9','visibility':'public',AT,'edited_at':'2026-01-01T00:01:00.000Z','account':ANN,'mentions':[MENTIONED]} | INBOUND MENTION status:u9 @acme@home.example https://far.example/users/ann r1767225660000
        {'id':'9','uri':'u9','visibility':'public',AT,'account':ANN,'mentions':[]} | ignored status
        {'id':'9','uri':'u9','visibility':'public',AT,'account':BRAND} | OUTBOUND POST status:u9 @acme@home.example https://home.example/users/acme r1767225600000
        {'id':'9','uri':'u9','visibility':'public',AT,'in_reply_to_id':'3','in_reply_to_account_id':'5','account':BRAND,'mentions':[{'id':'5','acct':'ann@far.example'}]} | OUTBOUND REPLY status:u9 @acme@home.example ann@far.example r1767225600000
        {'id':'9','uri':'u9','visibility':'direct',AT,'account':BRAND,'mentions':[{'id':'5','acct':'ann@far.example'}]} | OUTBOUND MESSAGE status:u9 @acme@home.example ann@far.example r1767225600000
        {'id':'9','uri':'u9','visibility':'public',AT,'account':BRAND,'reblog':{'id':'3','uri':'u3','account':ANN}} | OUTBOUND SHARE status:u9 @acme@home.example https://far.example/users/ann r1767225600000
        {'id':'9','uri':'u9','visibility':'public','account':ANN,'mentions':[MENTIONED]} | refused /created_at
        {'error':'This action is not allowed'} | refused /account
        """)
    void mapsStatuses(String status, String expected) {
        assertThat(run.lines(filled(status))).containsExactly(expected);
    }

    @Test
    void aStreamedNotificationIsTextOfJson() {
        var notification = filled("{'id':'n','type':'follow',AT,'account':ANN}").replace("'", "\\'");
        var frame = "{'stream':['user'],'event':'notification','payload':'" + notification + "'}";

        assertThat(run.lines(frame.replace("\\'", "\\\"")))
                .hasSize(1)
                .allMatch(line -> line.startsWith("INBOUND FOLLOW"));
        assertThat(run.lines("{'event':'delete','payload':'9'}")).containsExactly("ignored delete");
        assertThat(run.lines("{'event':'notification','payload':'no JSON'}")).containsExactly("refused /payload");
        assertThat(run.lines("{'event':'notification','payload':{}}")).containsExactly("refused /payload");
    }

    @Test
    void localNamesAreCompletedByTheServer() {
        var local = "[{'id':'n','type':'follow','created_at':'2026-01-01T00:00:00Z','account':{'id':'8','acct':'bo'}}]";

        assertThat(run.lines(local)).allMatch(line -> line.contains(" bo@home.example "));
        assertThat(SourceRun.of(new MastodonSource(), "17").lines(local)).containsExactly("refused /0/account/uri");
    }

    @Test
    void aConnectionHasOneAccount() {
        assertThat(SourceRun.of(new MastodonSource()).lines("[]")).containsExactly("refused ");
        assertThat(SourceRun.of(new MastodonSource(), "1", "2").lines("[]")).containsExactly("refused ");
    }

    @Test
    void theTextOfAStatusIsNoHtml() {
        var engagement = run.engagements(
                        filled(
                                "{'id':'9','uri':'u9','visibility':'public',AT,'account':ANN,'content':'<p>Tea &amp; cake</p>','language':'en','mentions':[MENTIONED]}"))
                .get(0);

        assertThat(value(engagement, "content.text")).isEqualTo("Tea & cake");
        assertThat(value(engagement, "actor.displayName")).isEqualTo("Ann");
    }

    @Test
    void theOtherAccountsThatAStatusMentionsAreKept() {
        var engagement = run.engagements(
                        filled(
                                "{'id':'9','uri':'u9','visibility':'public',AT,'account':ANN,'mentions':[MENTIONED,{'id':'6','acct':'bob','url':'https://far.example/@bob'}]}"))
                .get(0);

        assertThat(engagement.get("mentions")).isEqualTo(List.of("https://far.example/@bob"));
    }
}
