import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Connection } from '../../kernel/page.type.ts';
import type { AccessService } from '../access.service.ts';
import type { Action } from '../policy.ts';
import type { RequestContext } from '../request-context.ts';
import {
  AccessTokenListArgs, AccessTokenPayload, CreateAccessTokenInput, NewAccessTokenPayload, RevokeAccessTokenInput,
  RotateAccessTokenInput,
} from './access-token.input.ts'; // prettier-ignore
import { AccessTokenConnection, type AccessTokenType } from './access-token.type.ts';

type TokenContext = RequestContext<{ readonly access: AccessService }>;

/** The keys of departments' programs, issued by the security officer. */
@Resolver()
export class TokensResolver {
  @Authorized<Action>('token.read')
  @Query(() => AccessTokenConnection, {
    description: 'The keys of programs, the newest first; never their text. 令牌列表。',
  })
  accessTokens(
    @Args(() => AccessTokenListArgs) args: AccessTokenListArgs,
    @Ctx() { services, viewer }: TokenContext,
  ): Promise<Connection<AccessTokenType>> {
    return services.access.tokenList.list(viewer, args);
  }

  @Authorized<Action>('token.write')
  @Mutation(() => NewAccessTokenPayload, {
    description: 'Makes a token, at most for 180 days; its text is shown once. 签发令牌。',
  })
  async createAccessToken(
    @Arg('input', () => CreateAccessTokenInput, { description: 'What it is for and may do. 令牌内容。' })
    input: CreateAccessTokenInput,
    @Ctx() { services, viewer }: TokenContext,
  ): Promise<NewAccessTokenPayload> {
    const { id, token } = await services.access.tokenActs.create(viewer, input);
    return { accessToken: await services.access.tokenList.standing(viewer, id), token };
  }

  @Authorized<Action>('token.write')
  @Mutation(() => NewAccessTokenPayload, {
    description: 'Gives a token a new secret; the old one is good for some hours more. 轮换令牌。',
  })
  async rotateAccessToken(
    @Arg('input', () => RotateAccessTokenInput, { description: 'Which. 令牌。' })
    input: RotateAccessTokenInput,
    @Ctx() { services, viewer }: TokenContext,
  ): Promise<NewAccessTokenPayload> {
    const { id, token } = await services.access.tokenActs.rotate(viewer, input);
    return { accessToken: await services.access.tokenList.standing(viewer, id), token };
  }

  @Authorized<Action>('token.write')
  @Mutation(() => AccessTokenPayload, {
    description: 'Revokes a token: within two seconds it is good nowhere. 吊销令牌。',
  })
  async revokeAccessToken(
    @Arg('input', () => RevokeAccessTokenInput, { description: 'Which, and why. 令牌与理由。' })
    input: RevokeAccessTokenInput,
    @Ctx() { services, viewer }: TokenContext,
  ): Promise<AccessTokenPayload> {
    const { id } = await services.access.tokenActs.revoke(viewer, input);
    return { accessToken: await services.access.tokenList.standing(viewer, id) };
  }
}
