package io.rapport.identity;

/** On the embedded store. */
class DecisionRaceEmbeddedIT extends DecisionRaceContract {

    @Override
    IdentityServiceFixture open() {
        return new IdentityServiceFixture();
    }
}
