package io.rapport.ingest.source.activitystreams;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.source.payload.SourceRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityStreamsSourceTest {

    private static final String CONTEXT = "'@context':'https://www.w3.org/ns/activitystreams',";

    private final SourceRun run = SourceRun.of(new ActivityStreamsSource(), "https://h.example/acme");

    private static String document(String fields) {
        return "{" + CONTEXT
                + fields.replace("ANN", "'actor':'https://f.example/ann'")
                        .replace("ACME", "'actor':'https://h.example/acme'")
                        .replace("AT", "'published':'2026-01-01T00:00:00Z'")
                + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'type':'Like',ANN,AT,'object':'https://h.example/n/1' | INBOUND REACTION like:https://h.example/n/1:https://f.example/ann @https://h.example/acme https://f.example/ann r1767225600000
        'type':'Undo',ANN,'object':{'type':'Like',ANN,'object':'https://h.example/n/1'} | INBOUND REACTION like:https://h.example/n/1:https://f.example/ann @https://h.example/acme https://f.example/ann withdrawn
        'type':'Announce',ANN,AT,'object':{'id':'https://h.example/n/1'} | INBOUND SHARE announce:https://h.example/n/1:https://f.example/ann @https://h.example/acme https://f.example/ann r1767225600000
        'type':'Undo',ANN,'object':{'type':'Announce',ANN,'object':'https://h.example/n/1'} | INBOUND SHARE announce:https://h.example/n/1:https://f.example/ann @https://h.example/acme https://f.example/ann withdrawn
        'type':'Follow',ANN,'object':'https://h.example/acme' | INBOUND FOLLOW follow:https://h.example/acme:https://f.example/ann @https://h.example/acme https://f.example/ann
        'type':'Undo',ANN,'object':{'type':'Follow',ANN,'object':'https://h.example/acme'} | INBOUND FOLLOW follow:https://h.example/acme:https://f.example/ann @https://h.example/acme https://f.example/ann withdrawn
        'type':'Undo',ANN,'object':'https://f.example/likes/1' | refused /object
        'type':'Undo',ANN,'object':{'type':'Like','actor':'https://f.example/bo','object':'https://h.example/n/1'} | refused /object/actor
        'type':'Undo',ANN,'object':{'type':'Block',ANN,'object':'https://h.example/acme'} | ignored Undo
        'type':'Create',ANN,AT,'object':{'type':'Note','id':'https://f.example/n/2','to':['https://www.w3.org/ns/activitystreams#Public']} | INBOUND MENTION note:https://f.example/n/2 @https://h.example/acme https://f.example/ann r1767225600000
        'type':'Create',ANN,AT,'object':{'type':'Note','id':'https://f.example/n/2','inReplyTo':'https://h.example/n/1'} | INBOUND REPLY note:https://f.example/n/2 @https://h.example/acme https://f.example/ann r1767225600000
        'type':'Create',ANN,AT,'object':{'type':'Note','id':'https://f.example/n/2','to':'https://h.example/acme'} | INBOUND MESSAGE note:https://f.example/n/2 @https://h.example/acme https://f.example/ann r1767225600000
        'type':'Create',ANN,AT,'object':{'type':'Note','id':'https://f.example/n/2','quoteUrl':'https://h.example/n/1'} | INBOUND QUOTE note:https://f.example/n/2 @https://h.example/acme https://f.example/ann r1767225600000
        'type':'Update',ANN,'object':{'type':'Note','id':'https://f.example/n/2','published':'2026-01-01T00:00:00Z','updated':'2026-01-01T00:01:00Z'} | INBOUND MENTION note:https://f.example/n/2 @https://h.example/acme https://f.example/ann r1767225660000
        'type':'Update',ANN,'object':{'type':'Person','id':'https://f.example/ann'} | ignored Update.Person
        'type':'Create',ANN,'object':{'type':'Note','id':'https://f.example/n/2','attributedTo':'https://f.example/bo'} | refused /object/attributedTo
        'type':'Create',ANN,'object':{'type':'Note'} | refused /object/id
        'type':'Create',ANN,'object':'https://f.example/n/2' | ignored Create.reference
        'type':'Delete',ANN,'object':{'type':'Tombstone','id':'https://f.example/n/2'} | INBOUND MENTION note:https://f.example/n/2 @https://h.example/acme https://f.example/ann withdrawn
        'type':'Delete',ANN,'object':'https://f.example/ann' | ignored Delete.actor
        'type':'Create',ACME,AT,'object':{'type':'Note','id':'https://h.example/n/3'} | OUTBOUND POST note:https://h.example/n/3 @https://h.example/acme https://h.example/acme r1767225600000
        'type':'Create',ACME,AT,'object':{'type':'Note','id':'https://h.example/n/3','to':'as:Public','inReplyTo':'https://f.example/n/2','tag':{'type':'Mention','href':'https://f.example/ann'}} | OUTBOUND REPLY note:https://h.example/n/3 @https://h.example/acme https://f.example/ann r1767225600000
        'type':'Like',ACME,'object':'https://f.example/n/2' | ignored Like.own
        'type':'Like','object':'https://h.example/n/1' | refused /actor
        'type':'Like','actor':{'type':'Person','name':'Ann'},'object':'https://h.example/n/1' | refused /actor
        'type':'Like',ANN | refused /object
        'type':'Arrive',ANN | ignored Arrive
        'type':'Note','id':'https://f.example/n/2' | ignored Note
        """)
    void mapsActivities(String fields, String expected) {
        assertThat(run.lines(document(fields))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'type':'Note','name':7 | refused /name
        'type':'Note','name':{'en':'Tea'} | refused /name
        'type':'Note','nameMap':'Tea' | refused /nameMap
        'type':'Note','contentMap':{'de-419-DE':'Tee'} | refused /contentMap/de-419-DE
        'type':'Note','id':7 | refused /id
        'type':7 | refused /type
        'type':'Image','url':'pictures/tea.png' | refused /url
        'type':'Collection','orderedItems':[] | refused /orderedItems
        'type':'OrderedCollection','items':[] | refused /items
        'type':'Collection','first':{'type':'Note'} | refused /first
        'type':'Offer','actor':{'type':'Person','name':7} | refused /actor/name
        'type':'Offer','object':[{'type':'Note','content':7}] | refused /object/0/content
        'type':'Offer','target':7 | refused /target
        """)
    void whatTheVocabularyForbidsIsRefused(String fields, String expected) {
        assertThat(run.lines(document(fields))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'https://www.w3.org/ns/activitystreams' | ignored Note
        'http://www.w3.org/ns/activitystreams#' | ignored Note
        ['https://w3id.org/security/v1','https://www.w3.org/ns/activitystreams',{'x':'https://x.example'}] | ignored Note
        null | ignored Note
        'http://schema.org' | refused /@context
        [] | refused /@context
        3 | refused /@context
        """)
    void theContextHasToBeThatOfActivityStreams(String context, String expected) {
        assertThat(run.lines("{'@context':%s,'type':'Note'}".formatted(context)))
                .containsExactly(expected);
    }

    @Test
    void anActivityThatNamesNoAccountIsRefusedWhereThereAreSeveral() {
        var several = SourceRun.of(new ActivityStreamsSource(), "https://h.example/acme", "https://h.example/tea");

        assertThat(several.lines(document("'type':'Like',ANN,'object':'https://h.example/n/1'")))
                .containsExactly("refused /to");
        assertThat(several.lines(
                        document("'type':'Like',ANN,'to':['https://h.example/tea'],'object':'https://h.example/n/1'")))
                .hasSize(1)
                .allMatch(line -> line.contains("@https://h.example/tea"));
    }

    @Test
    void theTextOfANoteIsNoHtml() {
        var note = run.engagements(
                        document(
                                "'type':'Create',ANN,'object':{'type':'Note','id':'https://f.example/n/2','content':'<p>Tea &amp; cake</p>','context':'https://f.example/c/1'}"))
                .get(0);

        assertThat(value(note, "content.text")).isEqualTo("Tea & cake");
        assertThat(value(note, "object.conversation")).isEqualTo("https://f.example/c/1");
        assertThat(note).doesNotContainKey("occurredAt");
    }

    @Test
    void deepDocumentsAreRefused() {
        assertThat(run.lines("{'object':".repeat(100) + "1" + "}".repeat(100))).containsExactly("refused ");
    }

    @Test
    void theOtherAccountsThatANoteMentionsAreKept() {
        var tags =
                "[{'type':'Mention','href':'https://h.example/acme'},{'type':'Hashtag','href':'https://f.example/t'},{'type':'Mention','href':'https://f.example/bo'}]";
        var engagement = run.engagements(
                        document("'type':'Create',ANN,AT,'object':{'type':'Note','id':'https://f.example/n/2','tag':"
                                + tags + "}"))
                .get(0);

        assertThat(engagement.get("mentions")).isEqualTo(List.of("https://f.example/bo"));
    }
}
