package io.rapport.scoring.domain.service;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Words and phrases that mark questions, thanks and courtesies in English, Norwegian, Danish and Swedish. */
final class MessageWordLists {

    private static final String QUESTION_PHRASES = """
            how: do,does,did,is,are,was,can,could,will,would,should,have,has,long,much,many,often,to,come
            what: do,does,did,is,are,was,were,can,could,will,would,should,have,has,time,if,about,happened
            when: do,does,did,is,are,was,can,could,will,would,should,have,has
            where: do,does,did,is,are,was,can,could,will,would,should,have,has,to
            who: do,does,did,is,are,was,can,could,will,would,should,has
            which: one,of,is,are
            can: you,i,we,someone,somebody,anyone,anybody
            could: you,i,we,someone,somebody,anyone
            do: you,i,we,they
            does: it,this,that,anyone,anybody,your,the
            did: you,i,anyone
            is: there,it,this,that,your,anyone,anybody
            are: you,there,these,those,your
            will: you,it,there,this
            would: you,it
            any: idea,ideas,update,updates,news,chance,help
            why,what's,where's,how's,when's,who's,please help,help me,need help,i need help,have you
            hvordan,hvorfor,hvor,hva,hvilken,hvilket,hvilke,hvem,hvad,hvornår
            hur,varför,vad,vem,vilken,vilket,vilka,var är,var finns,var kan,var hittar
            når: er,kommer,kan,får,blir,skal,har,vil,åpner,stenger,begynner,starter,sender
            när: är,kommer,kan,får,blir,ska,har,vill,öppnar,stänger,börjar,skickar
            kan: du,dere,de,jeg,vi,i,man,ni,jag,noen,nogen,någon
            får: jeg,man,jag,vi
            har: du,dere,i,ni,noen,nogen,någon
            er: det mulig,det muligt,dere,i,du
            är: det möjligt,ni,du
            wo: ist,sind,bleibt,kann,finde,gibt
            wann: kommt,kommen,öffnet,ist,wird,kann
            warum,wieso,weshalb,gibt es,kann ich,können sie,könnt ihr,habt ihr,haben sie,wie kann ich,wie lange,wie viel
            où: est,sont,puis,se
            pourquoi,combien,est ce que,puis je,pouvez vous,avez vous,quand est ce
            dónde: está,están,puedo,queda
            cuándo: llega,abre,abren,va
            por qué,cuánto cuesta,cuánto tarda,se puede
            dove: è,sono,posso,trovo
            perché non,quanto costa,quando arriva
            waar: is,kan,blijft,zijn
            waarom,hoeveel,kunnen jullie,kan ik,hebben jullie
            onde: está,fica,posso
            por que,quanto custa,quando chega
            czy,gdzie,dlaczego,где,когда,почему,сколько,можно ли,هل,متى,كيف,أين,لماذا,كم
            finnes det,finns det,findes der,går det an,går det att,vet du,vet ni,vet dere,ved i,ved du
            """;

    /** A sentence that begins with one of these is a question, even without a question mark. */
    static final PhraseIndex QUESTIONS = new PhraseIndex(
            QUESTION_PHRASES.lines().flatMap(MessageWordLists::phrases).toList());

    /** A message with one of these anywhere asks for a pending answer. */
    static final PhraseIndex WAITING = new PhraseIndex(lines(
            "anyone there,anybody there,still waiting,on hold,no reply,no response,no answer,not replied,never replied,"
                    + "not answered,never answered,haven't heard back,hear back from,noen der,nogen der,någon där,"
                    + "venter fortsatt,venter fremdeles,venter ennå,venter stadig,venter endnu,väntar fortfarande,väntar ännu,"
                    + "ikke fått svar,ikke fået svar,ikke svart,ikke svaret,inte fått svar,inget svar,intet svar,ikke noe svar,"
                    + "i kø,i telefonkø,i telefonkö"));

    /** Ignored at the beginning of a sentence. */
    static final Set<String> GREETINGS = Set.copyOf(
            lines("hi,hello,hey,hiya,dear,please,so,and,but,also,ok,okay,hei,hej,hallo,hallå,heisann,og,och,men"));

    /** Words of thanks. */
    static final Set<String> THANKS = Set.copyOf(lines(
            "thanks,thank,thankyou,thx,thnx,tnx,ty,cheers,takk,tusentakk,tak,tusindtak,tack,tackar,takker,takkar"));

    private MessageWordLists() {}

    /** Phrases of a line: the word before the colon followed by each of the next words, or the whole line as a list. */
    private static Stream<String> phrases(String line) {
        var colon = line.indexOf(": ");
        return colon < 0
                ? lines(line).stream()
                : lines(line.substring(colon + 2)).stream().map(next -> line.substring(0, colon) + " " + next);
    }

    private static List<String> lines(String list) {
        return Arrays.asList(list.split(","));
    }
}
