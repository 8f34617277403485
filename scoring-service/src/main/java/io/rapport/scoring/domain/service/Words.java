package io.rapport.scoring.domain.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message's words, by sentence: links, account names and greetings left out, and no more than its first 4000
 * characters.
 */
final class Words {

    private static final int MOST_CHARACTERS = 4000;
    private static final String PAUSES = ".,;:!…\n。、";
    // Latin, Arabic, Armenian, Ethiopic, Vai, full width and small forms; doubled, and mixed with an exclamation mark.
    private static final String QUESTION_MARKS = "?؟՞፧꘏？﹖⁇⁈⁉‽⸮";

    private final List<Sentence> sentences = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private boolean questionMark;

    /** Words up to a pause. */
    private record Sentence(List<String> words, boolean exclaimed) {}

    private Words() {}

    static Words of(String text) {
        var words = new Words();
        var read = text.substring(0, Math.min(MOST_CHARACTERS, text.length())).toLowerCase(Locale.ROOT);
        for (var chunk : read.replace("\n", "\n ").replace('’', '\'').split("[ \t\r\f]+")) {
            if (chunk.contains("://") || chunk.startsWith("www.")) {
                words.endSentence(false);
            } else if (!chunk.startsWith("@")) {
                words.take(chunk);
            }
        }
        words.endSentence(false);
        return words;
    }

    /** Whether somebody wants to know something, or says that they wait. */
    boolean ask() {
        return questionMark || sentences.stream().anyMatch(Words::asks);
    }

    /** Whether there is nothing but thanks and courtesies. */
    boolean onlyThank() {
        var all =
                sentences.stream().flatMap(sentence -> sentence.words.stream()).toList();
        return !questionMark
                && all.stream().anyMatch(WordLists.THANKS::contains)
                && all.stream()
                        .allMatch(word -> WordLists.THANKS.contains(word) || WordLists.COURTESIES.contains(word));
    }

    private static boolean asks(Sentence sentence) {
        var words = sentence.words;
        for (var i = 0; i < words.size(); i++) {
            if (WordLists.isIn(WordLists.WAITING, words, i)) {
                return true;
            }
        }
        return !sentence.exclaimed && WordLists.isIn(WordLists.QUESTIONS, words, 0);
    }

    private void take(String chunk) {
        var word = new StringBuilder();
        for (var i = 0; i < chunk.length(); ) {
            var character = chunk.codePointAt(i);
            i += Character.charCount(character);
            if (Character.isLetterOrDigit(character) || character == '\'') {
                word.appendCodePoint(character);
                continue;
            }
            endWord(word);
            questionMark |= QUESTION_MARKS.indexOf(character) >= 0;
            if (PAUSES.indexOf(character) >= 0 || QUESTION_MARKS.indexOf(character) >= 0) {
                endSentence(character == '!');
            }
        }
        endWord(word);
    }

    private void endWord(StringBuilder word) {
        var isGreeting = words.isEmpty() && WordLists.GREETINGS.contains(word.toString());
        if (!word.isEmpty() && !isGreeting) {
            words.add(word.toString());
        }
        word.setLength(0);
    }

    private void endSentence(boolean exclaimed) {
        if (!words.isEmpty()) {
            sentences.add(new Sentence(words, exclaimed));
            words = new ArrayList<>();
        }
    }
}
