package io.rapport.scoring.domain.service;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides whether a direct message expects an answer. It does, except for thanks, acknowledgements, emoji, automatic replies
 * and requests to unsubscribe.
 */
final class DirectMessagePolicy {

    private static final int MAX_THANKS = 14;
    private static final int MAX_UNSUBSCRIBE = 6;
    private static final int MAX_UNSPACED_THANKS = 40;

    /** The beginning of a message that no human wrote. */
    private static final Pattern AUTOMATIC = Pattern.compile(
            "^\\W*(?:subject:\\s*|re:\\s*|sv:\\s*|aw:\\s*)*(?:"
                    + "automatic (?:reply|response)|auto(?:mated)?[ -]?(?:reply|response)|this is an auto(?:matic|mated)|out[ -]of[ -](?:the[ -])?office"
                    + "|automatisk (?:svar|e-post)|automatiskt svar|autosvar|fraværs(?:melding|assistent|besked)|frånvaro"
                    + "|automatische antwort|abwesenheits(?:notiz|nachricht)|réponse automatique|respuesta automática|risposta automatica"
                    + "|resposta automática|automatisch antwoord|automaattinen vastaus|automatyczna odpowiedź|автоответ|αυτόματη απάντηση"
                    + "|自動返信|自动回复|自動回覆|undeliver(?:able|ed)|mail delivery (?:failed|subsystem)|delivery status notification|returned mail)",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** What automatic replies say in their text. */
    private static final Pattern ABSENCE = Pattern.compile(
            "\\b(?:i am|i'm|i will be|am currently|currently)\\b.{0,30}\\b(?:out of (?:the )?office|away from (?:the office|my desk)"
                    + "|on (?:annual |parental |maternity |sick )?leave|on (?:vacation|holiday))"
                    + "|\\bjeg er (?:på ferie|ikke på kontoret|ute av kontoret|ikke til stede)|\\bjag är (?:på semester|inte på kontoret)"
                    + "|\\bich bin (?:derzeit |aktuell )?(?:nicht im büro|im urlaub|abwesend)|\\bje suis (?:absent|en congé|en vacances)"
                    + "|\\bestoy fuera de la oficina|\\bestaré fuera de la oficina|\\bsono fuori ufficio|\\bik ben afwezig",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern UNSUBSCRIBE = Pattern.compile(
            "\\b(?:unsubscribe|opt[ -]?out|remove me|avmeld|meld meg av|avregistrer|afmeld|afmelden|avsluta prenumeration|avprenumerera"
                    + "|abmelden|abbestellen|désabonne[rz]?|désinscri(?:re|vez)|darme de baja|dar de baja|cancelar (?:mi )?suscripción"
                    + "|disiscriv\\w*|uitschrijven|cancelar inscrição)\\b|^\\W*(?:stop|stopp|stopall|avslutt)\\W*$|配信停止|退订",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern UNSPACED_THANKS = Pattern.compile("ありがとう|感謝|助かりました|了解|谢谢|謝謝|感谢|多谢|감사|고마워|고맙|ขอบคุณ");

    private static final Set<String> THANKS = words(
            "danke dankeschön vielen merci gracias grazie obrigado obrigada bedankt dank dankjewel kiitos kiitti dzięki dziękuję"
                    + " díky děkuji köszönöm köszi mulțumesc hvala благодаря спасибо дякую ευχαριστώ ευχαριστω teşekkürler"
                    + " teşekkür sağol شكرا شكراً תודה appreciated");

    private static final Set<String> ACKNOWLEDGEMENTS = words(
            "ok okay okey oki k great perfect super fine alright noted understood received cool nice lovely excellent brilliant"
                    + " wonderful amazing awesome good got it will do all that's thats is sounds solved fixed sorted works now no worries"
                    + " problem greit fint bra topp supert flott perfekt forstått skjønner mottatt modtaget den er god det gikk fikset"
                    + " ordnet løst løste seg löst toppen kanon prima gut alles klar passt verstanden vale genial perfecto entendido"
                    + " d'accord parfait compris va bene perfetto top goed begrepen selvä хорошо понятно lol haha hehe xx x");

    /** Words that make more of a message than thanks: an objection, a wish or a problem. */
    private static final Set<String> OBJECTIONS = words(
            "but however still not yet need want would could can can't cannot don't didn't doesn't isn't won't please problem problems"
                    + " issue issues refund wrong broken missing never waiting wait unfortunately except nothing another instead"
                    + " men fortsatt fremdeles stadig ikke ennå endnu trenger må kan vil ønsker dessverre desværre problem feil fejl mangler"
                    + " inte fortfarande ännu behöver måste vill tyvärr fel saknas"
                    + " aber nicht noch kein keine brauche möchte bitte leider kaputt fehlt"
                    + " mais pas encore besoin voudrais malheureusement pero todavía necesito quiero favor ma non ancora vorrei però"
                    + " maar niet graag helaas mas não ainda preciso но не ещё");

    private DirectMessagePolicy() {}

    /**
     * Whether a direct message expects an answer.
     *
     * @param text the text; blank when it is not known, which expects an answer
     * @param negative whether the text was judged negative
     */
    static boolean expectsAnswer(String text, boolean negative) {
        var message = MessageWords.of(text);
        if (AUTOMATIC.matcher(message.text()).find()) {
            return false;
        }
        if (text.isBlank() || message.isQuestion()) {
            return true;
        }
        return !isUnsubscribe(message)
                && !ABSENCE.matcher(message.text()).find()
                && (negative || !isAcknowledgement(message));
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.split(" ")));
    }

    private static boolean isUnsubscribe(MessageWords message) {
        return message.all().size() <= MAX_UNSUBSCRIBE
                && UNSUBSCRIBE.matcher(message.text()).find();
    }

    private static boolean isAcknowledgement(MessageWords message) {
        var words = message.all();
        return message.text().chars().noneMatch(Character::isLetterOrDigit)
                || isOnlyGreeting(message, words)
                || words.stream().allMatch(ACKNOWLEDGEMENTS::contains)
                || isThanks(words)
                || message.text().length() <= MAX_UNSPACED_THANKS
                        && UNSPACED_THANKS.matcher(message.text()).find();
    }

    /** Words of greeting are left out of the words: "ok" alone has none. */
    private static boolean isOnlyGreeting(MessageWords message, List<String> words) {
        return words.isEmpty() && message.text().matches("\\W*(?:ok|okay)\\W*");
    }

    private static boolean isThanks(List<String> words) {
        return words.size() <= MAX_THANKS
                && words.stream().anyMatch(word -> THANKS.contains(word) || MessageWordLists.THANKS.contains(word))
                && words.stream().noneMatch(OBJECTIONS::contains);
    }
}
