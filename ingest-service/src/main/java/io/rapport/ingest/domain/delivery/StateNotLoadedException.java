package io.rapport.ingest.domain.delivery;

/** State that a request depends on is still being loaded from its topic; the request fails with 503 until then. */
public final class StateNotLoadedException extends DeliveryFailedException {

    /**
     * Creates an exception whose message is part of the response.
     *
     * @param what the state that is being loaded, as the subject of a sentence
     */
    public StateNotLoadedException(String what) {
        super(what + " is still being read");
    }
}
