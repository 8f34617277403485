package io.rapport.messaging.config;

import io.rapport.contracts.identity.PersonErased;

/** A bean that is called for every erased person: at the start of the service, and with each erasure. */
@FunctionalInterface
public interface ErasureListener {

    /** Receives an erasure. Called from one thread. */
    void onErased(PersonErased person);
}
