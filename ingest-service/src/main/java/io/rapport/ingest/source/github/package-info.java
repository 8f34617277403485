/** GitHub: webhooks of repositories and organisations. */
@NullMarked
package io.rapport.ingest.source.github;

import org.jspecify.annotations.NullMarked;
