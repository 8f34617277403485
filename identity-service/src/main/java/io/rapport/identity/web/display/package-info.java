/** Views of people, handles and evidence that the API and the pages share. */
@NullMarked
package io.rapport.identity.web.display;

import org.jspecify.annotations.NullMarked;
