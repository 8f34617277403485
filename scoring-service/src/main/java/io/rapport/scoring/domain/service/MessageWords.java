package io.rapport.scoring.domain.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a message's first 4000 characters, by sentence, without links, account names and greetings.
 */
final class MessageWords {

    private static final int MAX_CHARACTERS = 4000;
    private static final String PAUSES = ".,;:!…\n。、";
    // Latin, Arabic, Armenian, Ethiopic, Vai, full width and small forms; doubled, and mixed with an exclamation mark.
    private static final String QUESTION_MARKS = "?؟՞፧꘏？﹖⁇⁈⁉‽⸮¿⸘\u037E";
    /** A sentence that ends so is a question in Greek, Japanese, Chinese or Korean, also without a question mark. */
    private static final Pattern ENDS_AS_QUESTION = Pattern.compile(
            "(?:\\p{IsGreek}[\\s\"'»]*;|(?:です|ます|でしょう|ました|ません|した)か|かな|かしら|[吗嗎么呢]|[까나]요|니까)(?=\\s*(?:[.。!！…\n]|$))");

    private final List<Sentence> sentences = new ArrayList<>();
    private final String text;
    private List<String> words = new ArrayList<>();
    private boolean questionMark;

    /** Words up to a punctuation mark. */
    private record Sentence(List<String> words, boolean exclaimed) {}

    private MessageWords(String text) {
        this.text = text;
    }

    static MessageWords of(String text) {
        var bounded = text.substring(0, Math.min(MAX_CHARACTERS, text.length()));
        var words = new MessageWords(bounded.toLowerCase(Locale.ROOT).replace('’', '\''));
        for (var at = 0; at < words.text.length(); ) {
            at = words.readToken(at);
        }
        words.questionMark |= ENDS_AS_QUESTION.matcher(words.text).find();
        words.endSentence(false);
        return words;
    }

    /** Whether the message has a question, or states that an answer is pending. */
    boolean isQuestion() {
        return questionMark || sentences.stream().anyMatch(MessageWords::isQuestion);
    }

    /** The words of all sentences. */
    List<String> all() {
        return sentences.stream().flatMap(sentence -> sentence.words.stream()).toList();
    }

    /** The text that was read, in lower case. */
    String text() {
        return text;
    }

    private static boolean isQuestion(Sentence sentence) {
        for (var i = 0; i < sentence.words.size(); i++) {
            if (MessageWordLists.WAITING.matchesAt(sentence.words, i)) {
                return true;
            }
        }
        return !sentence.exclaimed && MessageWordLists.QUESTIONS.matchesAt(sentence.words, 0);
    }

    /** Reads the word, link, account name or sign at an index; returns the index after it. */
    private int readToken(int at) {
        var character = text.charAt(at);
        if (isWordCharacter(character)) {
            return readWord(at);
        }
        if (character == '@' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))) {
            return nextSpace(at);
        }
        var isQuestionMark = QUESTION_MARKS.indexOf(character) >= 0;
        questionMark |= isQuestionMark;
        if (isQuestionMark || PAUSES.indexOf(character) >= 0) {
            endSentence(character == '!');
        }
        return at + 1;
    }

    private int readWord(int from) {
        var to = from + 1;
        while (to < text.length() && isWordCharacter(text.charAt(to))) {
            to++;
        }
        if (text.startsWith("://", to) || text.startsWith("www.", from)) {
            endSentence(false);
            return nextSpace(to);
        }
        var word = text.substring(from, to);
        if (!words.isEmpty() || !MessageWordLists.GREETINGS.contains(word)) {
            words.add(word);
        }
        return to;
    }

    private int nextSpace(int from) {
        var to = from;
        while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isWordCharacter(char character) {
        return Character.isLetterOrDigit(character) || character == '\'';
    }

    private void endSentence(boolean exclaimed) {
        if (!words.isEmpty()) {
            sentences.add(new Sentence(words, exclaimed));
            words = new ArrayList<>();
        }
    }
}
