package io.rapport.ingest.web.lists;

/** Whether the digests of published clients are restored, so that imports can run. */
@FunctionalInterface
public interface ClientListReadiness {

    boolean isRestored();
}
