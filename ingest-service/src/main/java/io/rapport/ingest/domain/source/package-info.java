/**
 * What a source of connections implements: a mapper from a platform's payload to engagements, and where the platform needs
 * them a verifier of pushed payloads and a fetcher of pulled ones. Each platform is a package {@code source.<platform>}.
 */
@NullMarked
package io.rapport.ingest.domain.source;

import org.jspecify.annotations.NullMarked;
