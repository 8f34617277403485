package io.rapport.identity;

/** On the embedded store. */
class DecisionRacesIT extends DecisionRaces {

    @Override
    Pipeline open() {
        return new Pipeline();
    }

    /** It drops connections when a document is written while another thread's answer with it is on its way. */
    @Override
    boolean isLost(Pipeline.Answer answer) {
        return answer.status() == 500;
    }
}
