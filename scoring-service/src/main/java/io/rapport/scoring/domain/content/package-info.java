/** How the brand's posts are taken up, beside the posts before them. */
@NullMarked
package io.rapport.scoring.domain.content;

import org.jspecify.annotations.NullMarked;
