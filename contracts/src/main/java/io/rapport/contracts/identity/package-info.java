/** Which person a handle belongs to, who that person is, and who is on the client list. */
@NullMarked
package io.rapport.contracts.identity;

import org.jspecify.annotations.NullMarked;
