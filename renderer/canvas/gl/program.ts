/** A linked program and the places of its uniforms. */
export interface Program {
  readonly program: WebGLProgram;
  at(uniform: string): WebGLUniformLocation | null;
}

/** Compiles and links; throws with the driver's words where it cannot. */
export function linked(gl: WebGL2RenderingContext, vertex: string, fragment: string): Program {
  const program = gl.createProgram();
  for (const [type, source] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]] as const) {
    const shader = gl.createShader(type);
    if (shader === null) throw new Error('no shader: the context is lost');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    const words = (gl.getAttachedShaders(program) ?? []).map((shader) => gl.getShaderInfoLog(shader)).join(' ');
    throw new Error(`${gl.getProgramInfoLog(program) ?? ''} ${words}`);
  }
  const places = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    at: (uniform) => {
      let place = places.get(uniform);
      if (place === undefined) places.set(uniform, (place = gl.getUniformLocation(program, uniform)));
      return place;
    },
  };
}
