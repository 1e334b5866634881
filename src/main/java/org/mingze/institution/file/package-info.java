/// 制度文件 — how an institution file becomes duties: characters, tree, typed reading, names.
@NullMarked
package org.mingze.institution.file;

import org.jspecify.annotations.NullMarked;
