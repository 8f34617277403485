package io.rapport.identity;

/** On the embedded store. */
class DecisionRacesIT extends DecisionRaces {

    @Override
    Pipeline open() {
        return new Pipeline();
    }
}
