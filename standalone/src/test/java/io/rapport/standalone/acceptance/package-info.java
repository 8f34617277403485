/** End-to-end tests of a running installation, through REST and topics. */
@NullMarked
package io.rapport.standalone.acceptance;

import org.jspecify.annotations.NullMarked;
