/** People over REST: who they are, and merging and splitting them. */
@NullMarked
package io.rapport.identity.web;

import org.jspecify.annotations.NullMarked;
